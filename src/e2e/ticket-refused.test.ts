import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { pathOf } from '../i18n/index.ts';
import { CONTACT, sayRefusal, TICKET, ticketWords } from '../i18n/ticket-text.ts';
import { OUT, ROOT, siteEnvironment } from './site-environment.ts';
import { startSite, type ServedSite } from './start-site.ts';
import { writeToAgent } from './ticket-journey.ts';
import { test } from './visitor.ts';

const LETTER = 'Uang saya hilang.\nSejak kemarin malam.';
/** More than all files of a form may be. */
const TOO_MANY_BYTES = 52_000_000;
const WITHOUT_SCRIPTS = { javaScriptEnabled: false, expected: /status of (413|429)/ };

let folder: string;
let photo: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pandu-refused-'));
  photo = path.join(folder, 'foto.jpg');
  await writeFile(photo, Buffer.alloc(TOO_MANY_BYTES));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const send = (page: Page) => page.locator('.letter button').first().click();

describe('a form without scripts that is too large', () => {
  test('keeps the letter, and says it at the files', async ({ visit }) => {
    const address = inject('serverUrl') + pathOf('contact', 'id');
    const page = await visit({ ...WITHOUT_SCRIPTS, address });
    await page.locator('#text').fill(LETTER);
    await page.locator('#service').selectOption('bca');
    await page.locator('#file').setInputFiles(photo);
    await send(page);
    await page.locator('#file-problem').waitFor();
    expect(await page.locator('#file-problem').innerText()).toBe(ticketWords('id').problems['file-size']);
    expect(await page.locator('.notice').innerText()).toContain(CONTACT.filesAgain.id);
    expect(await page.locator('#text').inputValue()).toBe(LETTER);
    expect(await page.locator('#service').inputValue()).toBe('bca');
    await writeToAgent(page, LETTER);
    expect(await page.locator('.message__text').innerText()).toBe(LETTER);
  });

  test('keeps the reply, and leads to it', async ({ visit }) => {
    const address = inject('serverUrl') + pathOf('contact', 'en');
    const page = await visit({ ...WITHOUT_SCRIPTS, address });
    await writeToAgent(page, LETTER);
    await page.locator('#reply').fill('Still nothing.');
    await page.locator('#file').setInputFiles(photo);
    await send(page);
    await page.locator('#file-problem').waitFor();
    expect(await page.locator('#reply').inputValue()).toBe('Still nothing.');
    await page.getByRole('link', { name: TICKET.toReply.en }).click();
    expect(new URL(page.url()).hash).toBe('#reply');
  });
});

describe('a form without scripts from a network that sent too much', () => {
  let site: ServedSite;
  beforeAll(async () => {
    const env = { ...siteEnvironment(), PANDU_RATE_LIMITS: 'on', DATA_DIR: path.join(folder, 'data') };
    site = await startSite(ROOT, OUT, env);
    for (let count = 0; count < 10; count++) {
      const body = new URLSearchParams({ do: 'send', text: `Laporan ${count}` });
      await fetch(site.url + pathOf('contact', 'id'), { method: 'POST', body, redirect: 'manual' });
    }
  });
  afterAll(() => site.stop());

  test('keeps the letter, and says when to come again', async ({ visit }) => {
    const page = await visit({ ...WITHOUT_SCRIPTS, address: site.url + pathOf('contact', 'id') });
    await page.locator('#text').fill(LETTER);
    const [answer] = await Promise.all([page.waitForResponse((one) => one.status() === 429), send(page)]);
    const seconds = Number(answer.headers()['retry-after']);
    expect(await page.locator('.notice').innerText()).toContain(
      sayRefusal({ reason: 'too-many', seconds }, 'id'),
    );
    expect(await page.locator('#text').inputValue()).toBe(LETTER);
  });

  test('keeps what was told to the diagnosis, and goes on from there', async ({ visit }) => {
    const { words } = diagnosisText('id');
    const address = site.url + pathOf('diagnosis', 'id');
    const page = await visit({ ...WITHOUT_SCRIPTS, address });
    await page.getByLabel(words.fieldLabel).fill('otp bca tidak masuk');
    // A little more than may come at once.
    const body = new URLSearchParams({ do: 'forget' });
    await Promise.all(
      Array.from({ length: 160 }, () => fetch(address, { method: 'POST', body, redirect: 'manual' })),
    );
    await page.getByRole('button', { name: words.send }).click();
    expect(await page.getByLabel('Tulisan Anda').inputValue()).toBe('otp bca tidak masuk');
    await expect
      .poll(async () => {
        const again = page.getByRole('button', { name: 'Kirim lagi' });
        if (await again.isVisible()) await again.click();
        return page.getByRole('button', { name: words.person }).count();
      })
      .toBeGreaterThan(0);
  });
});
