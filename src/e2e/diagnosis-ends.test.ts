import { describe, expect, inject } from 'vitest';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { pathOf } from '../i18n/index.ts';
import { checkBothSchemes } from './check-accessibility.ts';
import { goToTheEnd } from './go-to-the-end.ts';
import { PHONE, test } from './visitor.ts';

const DIAGNOSIS = pathOf('diagnosis', 'id');
const { words } = diagnosisText('id');
const WORDS = 'transfer udah berhasil tapi temen saya bilang belum masuk';
const URGENT = 'saya telanjur kasih kode otp ke orang yang ngaku dari bank';
const SITES = ['serverUrl', 'staticUrl'] as const;

const about = (text: string) => `${DIAGNOSIS}?${new URLSearchParams({ q: text }).toString()}`;

describe.for(SITES)('the ends of a diagnosis at %s', (site) => {
  test('solves within two questions, and takes what the reader thought of it', async ({ visit }) => {
    const page = await visit({ ...PHONE, address: inject(site) + about('otp ga masuk') });
    await page.waitForURL(`**${DIAGNOSIS}`);
    await page.locator('.trail').waitFor();
    let questions = 0;
    while ((await page.locator('.now--question').count()) > 0) {
      questions++;
      const before = await page.locator('#now').innerText();
      await page.locator('.choice').first().tap();
      await expect.poll(() => page.locator('#now').innerText()).not.toBe(before);
    }
    expect(questions).toBeLessThanOrEqual(2);
    const yes = page.getByRole('button', { name: words.confirmYes });
    if (await yes.count()) await yes.tap();
    await page.getByRole('button', { name: words.worked }).tap();
    await page.locator('.now--solved').waitFor();
    await page.getByRole('button', { name: words.ratings.helped }).tap();
    await page.locator('.rating').waitFor({ state: 'detached' });
    expect(await page.locator('.now').innerText()).toContain('penilaian');
  });

  test('ends in the packet: what was told and tried, whom to reach, and the next way when nobody is there', async ({
    visit,
  }) => {
    const page = await visit({ address: inject(site) + about(WORDS) });
    await page.waitForURL(`**${DIAGNOSIS}`);
    await page.getByRole('button', { name: words.confirmYes }).click();
    const action = await page.locator('.now--step #now').innerText();
    expect(await goToTheEnd(page)).toBe(words.handoffTitle);
    const packet = page.getByLabel(words.summaryLabel);
    const summary = await packet.inputValue();
    expect(summary).toContain(WORDS);
    expect(summary).toContain(`${action} (belum berhasil)`);
    await packet.fill(`${summary}\n\nNomor pesanan: 12`);
    await page.getByLabel(words.serviceLabel).selectOption('bca');
    await page.getByRole('button', { name: words.serviceShow }).click();
    await page.locator('.ways .contact-list').first().waitFor();
    expect(await packet.inputValue()).toContain('Nomor pesanan: 12');
    const mail = page.getByRole('link', { name: words.mail });
    await mail.evaluate((link) => {
      link.addEventListener('click', (event) => {
        event.preventDefault();
      });
    });
    await mail.click();
    expect(decodeURIComponent((await mail.getAttribute('href')) ?? '')).toContain('Nomor pesanan: 12');
    // A desk is no way on which nobody could be missed before anything was sent there.
    const missed = page.locator('.ways > li', { has: page.locator('button[value^="failed:"]') }).first();
    const way = await missed.locator('h3').innerText();
    await missed.locator('button[value^="failed:"]').click();
    await expect.poll(() => page.locator('.ways h3').last().innerText()).toBe(way);
  });

  test('lets danger interrupt: what to do, the proof, a chronology, and then a person', async ({ visit }) => {
    const page = await visit({ ...PHONE, address: inject(site) + about(URGENT) });
    await page.locator('.now--urgent').waitFor();
    await page.waitForURL(`**${DIAGNOSIS}`);
    expect(await page.locator('.urgent-steps > li').count()).toBe(5);
    await page.locator('.urgent-steps a[href^="tel:"]').first().waitFor();
    await page.getByLabel(words.evidence[0] ?? '').check();
    const chronology = page.getByLabel(words.chronologyLabel);
    expect(await chronology.inputValue()).toContain(URGENT);
    await chronology.fill('Mulai kapan: kemarin jam 9');
    await page.getByRole('button', { name: words.person }).tap();
    await page.locator('.now--handoff').waitFor();
    expect(await page.getByLabel(words.summaryLabel).inputValue()).toContain('kemarin jam 9');
  });
});

describe('the states of a diagnosis', () => {
  test.for([
    ['urgent', [URGENT], '.now--urgent'],
    ['a step', [WORDS, 'confirm:'], '.now--step'],
    ['solved', [WORDS, 'confirm:', ':solved'], '.now--solved'],
    ['a packet', [WORDS, 'person'], '.now--handoff'],
    ['a secret', ['pin saya 482913 ga bisa'], '.now__notice'],
  ] as const)('break no rule of axe: %s', async ([, [text, ...choices], shown], { visit }) => {
    const page = await visit({
      viewport: { width: 390, height: 844 },
      address: inject('staticUrl') + DIAGNOSIS,
    });
    await page.locator('#tell').fill(text);
    await page.locator('#tell').press('Enter');
    for (const choice of choices) await page.locator(`button[value*="${choice}"]`).first().click();
    await page.locator(shown).waitFor();
    await checkBothSchemes(page);
  });
});
