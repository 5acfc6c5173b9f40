import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { pathOf } from '../i18n/index.ts';
import { quoteFirst, type FakeScript } from '../server/language-model/fake-openai-server.ts';
import { startModelSite } from './fake-model-site.ts';
import { test, type Visit } from './visitor.ts';

const DIAGNOSIS = pathOf('diagnosis', 'id');
const { words } = diagnosisText('id');
const WORDS = 'transfer udah berhasil tapi temen saya bilang belum masuk';
/** What a browser says of a server that is gone. */
const GONE = /Failed to load resource|ERR_/;

/** Quotes a passage so slowly that a test can act in the middle. */
const slowly: FakeScript = (request) => {
  const answer = quoteFirst(request);
  return answer.kind === 'says' ? { ...answer, pieceLength: 5, pieceMs: 60 } : answer;
};

interface Answer {
  readonly revision: number;
  readonly turns: { readonly turns: readonly { readonly kind: string }[] };
}

/** Opens the diagnosis and writes a first message. */
async function tell(visit: Visit, site: string, text = WORDS, options = {}): Promise<Page> {
  const page = await visit({ ...options, address: site + DIAGNOSIS });
  await page.getByText(words.sentToModel).waitFor();
  await page.locator('#tell').fill(text);
  await page.locator('#tell').press('Enter');
  return page;
}

function wordsOf(page: Page) {
  return page.locator('.words__text');
}

/** The words are done: who chose them stands below. */
async function waitForWords(page: Page): Promise<string> {
  await page.getByText(words.byModel).waitFor();
  return wordsOf(page).innerText();
}

/** What the server has of the conversation that this browser knows; the status where it has nothing. */
function readServer(page: Page): Promise<Answer | number> {
  return page.evaluate(async () => {
    const { id, secret } = JSON.parse(localStorage.getItem('pandu:diagnosis-server') ?? '{}') as {
      id: string;
      secret: string;
    };
    const headers = { Authorization: `Bearer ${secret}` };
    const response = await fetch(`/api/v1/conversations/${id}`, { headers });
    return response.ok ? ((await response.json()) as Answer) : response.status;
  });
}

async function kindsOnServer(page: Page): Promise<readonly string[]> {
  const answer = await readServer(page);
  return typeof answer === 'number' ? [] : answer.turns.turns.map(({ kind }) => kind);
}

describe('the diagnosis where a language model words the replies', () => {
  test('writes the words with sources above a move that is there at once', async ({ visit }) => {
    const site = await startModelSite(slowly);
    const page = await tell(visit, site.url, `${WORDS}, email saya budi@example.org`);
    await page.locator('.choice, button[value^="confirm:"]').first().waitFor();
    expect(await page.getByText(words.byModel).count()).toBe(0);
    await wordsOf(page).waitFor();
    const said = await waitForWords(page);
    expect(said).toMatch(/\[1\]/);
    const source = wordsOf(page).getByRole('link').first();
    expect(await source.getAttribute('href')).toMatch(/^\/banking\/[\w-]+\/(#[\w-]+)?$/);
    const spoken = await page.getByRole('log').locator('p').allInnerTexts();
    expect(spoken.join(' ')).toBe(said.replaceAll(/\s*\[\d+\]/g, ''));
    expect(JSON.stringify(site.asked.map(({ body }) => body))).not.toContain('budi@example.org');
  });

  test('stays as it is after a reload and in another tab, and goes on in both, until it is deleted', async ({
    visit,
  }) => {
    const site = await startModelSite(quoteFirst);
    // At the end the conversation is gone.
    const page = await tell(visit, site.url, WORDS, { expected: GONE });
    const said = await waitForWords(page);
    const asked = site.asked.length;
    await page.reload();
    expect(await waitForWords(page)).toBe(said);
    const other = await page.context().newPage();
    await other.goto(page.url());
    expect(await waitForWords(other)).toBe(said);
    expect(site.asked.length).toBe(asked);
    await other.getByRole('button', { name: words.confirmYes }).click();
    for (const tab of [page, other]) {
      await expect.poll(() => tab.locator('.now__progress').innerText()).toMatch(/^Langkah 1 /);
    }
    await expect.poll(() => wordsOf(other).innerText()).not.toBe(said);
    // Both are still being written.
    const areSame = async () => (await wordsOf(page).innerText()) === (await wordsOf(other).innerText());
    await expect.poll(areSame).toBe(true);
    expect(await kindsOnServer(page)).toEqual(['said', 'confirmed']);
    const access = await page.evaluate(() => localStorage.getItem('pandu:diagnosis-server') ?? '');
    await page.getByText(words.clear).click();
    await page.getByText(words.clearedBoth).waitFor({ state: 'attached' });
    await other.locator('.trail').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.evaluate((kept) => {
      localStorage.setItem('pandu:diagnosis-server', kept);
    }, access);
    expect(await readServer(page)).toBe(404);
  });

  test('takes the words up again when the server is struck down in the middle of them', async ({ visit }) => {
    const site = await startModelSite(slowly);
    const page = await tell(visit, site.url, WORDS, { expected: GONE });
    await wordsOf(page).waitFor();
    await site.kill();
    await site.start();
    const said = await waitForWords(page);
    const sentences = said.split(/(?<=\])\s+/);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(await kindsOnServer(page)).toEqual(['said']);
    expect(await page.locator('.trail li').count()).toBe(1);
    await page.getByRole('button', { name: words.confirmYes }).click();
    await expect.poll(() => kindsOnServer(page)).toEqual(['said', 'confirmed']);
  });

  test('goes on in the browser while the server is gone, and lets it take all up again', async ({
    visit,
  }) => {
    const site = await startModelSite(quoteFirst);
    const page = await tell(visit, site.url, WORDS, { expected: GONE });
    await waitForWords(page);
    await page.getByRole('button', { name: words.confirmYes }).click();
    await expect.poll(() => page.locator('.now__progress').innerText()).toMatch(/^Langkah 1 /);
    await site.kill();
    await page.getByRole('button', { name: words.failed }).click();
    await expect.poll(() => page.locator('.now__progress').innerText()).toMatch(/^Langkah 2 /);
    await page.getByText(words.away).waitFor();
    await site.start();
    await page.getByRole('button', { name: words.cannot }).click();
    await expect.poll(() => page.locator('.now__progress').innerText()).toMatch(/^Langkah 3 /);
    await expect.poll(() => kindsOnServer(page)).toEqual(['said', 'confirmed', 'tried', 'tried']);
    expect(await page.getByText(words.away).count()).toBe(0);
  });

  test('answers from the guides when the model fails, and shows no fault', async ({ visit }) => {
    const site = await startModelSite(() => ({ kind: 'fails', status: 500 }));
    const page = await tell(visit, site.url);
    await page.getByRole('heading', { name: words.confirmTitle }).waitFor();
    await page.getByText(words.byGuide, { exact: true }).waitFor();
    expect(await wordsOf(page).count()).toBe(0);
  });

  test('writes what a model says as text, whatever it says, and what a reader says too', async ({
    visit,
  }) => {
    const site = await startModelSite((request) => {
      const answer = quoteFirst(request);
      const evil = '<img src=x onerror=alert(1)> <a href="https://example.org/">klik</a> [9] ';
      return answer.kind === 'says' ? { ...answer, text: evil + answer.text } : answer;
    });
    const page = await visit({ address: 'about:blank' });
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(site.url + DIAGNOSIS);
    await page.getByText(words.sentToModel).waitFor();
    await page.locator('#tell').fill(`${WORDS} "><script>alert(1)</script>`);
    await page.locator('#tell').press('Enter');
    await page.locator('.trail').waitFor();
    await page.getByText(words.composing).waitFor({ state: 'detached' });
    expect(await page.locator('.diagnosis img, .diagnosis script').count()).toBe(0);
    for (const link of await page.locator('.words a').all()) {
      expect(await link.getAttribute('href')).toMatch(/^\//);
    }
    expect(dialogs).toEqual([]);
  });
});
