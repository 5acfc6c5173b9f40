import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { LANGUAGES, type Language } from '../core/article/browser.ts';
import { LADDER_TEXT } from '../i18n/ladder-text.ts';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { pathOf } from '../i18n/index.ts';
import { checkBothSchemes } from './check-accessibility.ts';
import { PHONE, test, type Visit } from './visitor.ts';

const SITES = ['serverUrl', 'staticUrl'] as const;
const WORDS = {
  id: 'transfer udah berhasil tapi temen saya bilang belum masuk',
  en: 'my transfer succeeded but the money has not arrived',
};

/** The diagnosis, with the words carried there. */
function addressOf(site: (typeof SITES)[number], lang: Language): string {
  return `${inject(site)}${pathOf('diagnosis', lang)}?${new URLSearchParams({ q: WORDS[lang] }).toString()}`;
}

/** Goes to the packet as somebody who wants a person at once. */
async function reachPacket(
  visit: Visit,
  site: (typeof SITES)[number],
  lang: Language,
  options: Parameters<Visit>[0] = {},
): Promise<Page> {
  const page = await visit({ ...PHONE, ...options, address: addressOf(site, lang) });
  await page.locator('.trail').waitFor();
  await page.locator('button[value^="confirm:"]').first().click();
  await page.locator('.now--step').waitFor();
  await page.locator('button[value="person"]').first().click();
  await page.locator('.now--handoff').waitFor();
  await page.locator('#service').selectOption('bca');
  await page.locator('button[value="service"]').click();
  await page.locator('.ways .contact-list').first().waitFor();
  return page;
}

const part = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);

describe.for(SITES)('the packet at %s', (site) => {
  test('is what is mailed and read out, as the reader changed and shortened it', async ({ visit }) => {
    const page = await reachPacket(visit, site, 'id');
    const box = page.locator('#packet');
    await part(page, 'said').waitFor();
    expect(await box.inputValue()).toContain(WORDS.id);
    expect(await box.inputValue()).not.toContain('Perangkat:');
    expect(await part(page, 'device').isChecked()).toBe(false);
    await part(page, 'said').uncheck();
    await part(page, 'service').uncheck();
    await part(page, 'device').check();
    await box.fill((await box.inputValue()).replace(/^Masalah: .*/, 'Masalah: Uang kos belum sampai'));
    const packet = await box.inputValue();
    expect(packet).not.toContain(WORDS.id);
    expect(packet).toMatch(/\n\nPerangkat: .+, .+/);
    expect(await page.locator('[data-read]').textContent()).toBe(packet);
    expect(await page.locator('[data-opening]').innerText()).toContain('Uang kos belum sampai');
    const mail = new URL((await page.locator('[data-mail]').getAttribute('href')) ?? '');
    expect(mail.searchParams.get('body')).toBe(packet);
    expect(mail.searchParams.get('subject')).toBe('Uang kos belum sampai');
    await part(page, 'said').check();
    expect(await box.inputValue()).toContain(WORDS.id);
  });

  test('counts from the day of the complaint, names who is next, and saves the days', async ({ visit }) => {
    const page = await reachPacket(visit, site, 'id', { acceptDownloads: true });
    const ladder = page.locator('.ladder');
    await page.locator('#complained').fill('2026-11-27');
    await expect.poll(() => ladder.locator('time').first().getAttribute('datetime')).toBe('2026-12-04');
    expect(await ladder.locator('time').first().innerText()).toBe('Jumat, 4 Desember 2026');
    expect(await ladder.innerText()).toContain(LADDER_TEXT.counting.id);
    expect(await ladder.locator('.rung').nth(1).innerText()).toContain(LADDER_TEXT.none.id);
    expect(await ladder.locator('.rung').nth(1).locator('a[href^="tel:"]').count()).toBeGreaterThan(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-calendar]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('pandu-2026-11-27.ics');
    const file = await text(await download.createReadStream());
    expect(file).toContain('DTSTART;VALUE=DATE:20261204\r\n');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    await page.locator('#complained').fill('');
    expect(await page.locator('[data-calendar]').isDisabled()).toBe(true);
    expect(await ladder.innerText()).toContain(LADDER_TEXT.noDate.id);
  });
});

test('keeps the day while the reader goes on, and forgets it with the conversation', async ({ visit }) => {
  const page = await reachPacket(visit, 'staticUrl', 'id');
  const date = page.locator('#complained');
  const today = await date.inputValue();
  await date.fill('2026-11-27');
  await page.locator('button[value="service"]').click();
  await expect.poll(() => page.locator('.ladder time').first().getAttribute('datetime')).toBe('2026-12-04');
  expect(await date.inputValue()).toBe('2026-11-27');
  await page.locator('[data-clear]').click();
  await page.locator('.now--greeting').waitFor();
  await page.locator('#tell').fill(WORDS.id);
  await page.locator('#tell').press('Enter');
  await page.locator('button[value="person"]').first().click();
  await date.waitFor();
  expect(await date.inputValue()).toBe(today);
});

test('is whole without a network, once the site was visited', async ({ visit }) => {
  const page = await visit({
    ...PHONE,
    address: inject('staticUrl'),
    serviceWorkers: 'allow',
    expected: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to (fetch|load)/,
  });
  for (const file of ['/search-data/id.json', '/contacts.json', '/diagnosa-data/ladder-id.json'])
    await expect
      .poll(() => page.evaluate(async (path) => Boolean(await caches.match(path)), file))
      .toBe(true);
  await page.context().setOffline(true);
  await page.goto(addressOf('staticUrl', 'id'));
  await page.locator('.trail').waitFor();
  await page.locator('button[value="person"]').first().click();
  await page.locator('.ladder .rung').first().waitFor();
  expect(await page.locator('.ladder a[href^="tel:"]').count()).toBeGreaterThan(0);
  await part(page, 'said').uncheck();
  expect(await page.locator('[data-read]').textContent()).not.toContain(WORDS.id);
});

test('costs nothing before the end', async ({ visit }) => {
  const fetched: string[] = [];
  const page = await visit({ ...PHONE, address: 'about:blank' });
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(addressOf('staticUrl', 'id'));
  await page.locator('button[value^="confirm:"]').first().click();
  await page.locator('.now--step').waitFor();
  const isEnd = (path: string) => /ladder|packet/.test(path);
  expect(fetched.filter(isEnd)).toEqual([]);
  await page.locator('button[value="person"]').first().click();
  await page.locator('.ladder').waitFor();
  expect(fetched.filter(isEnd)).toContain('/diagnosa-data/ladder-id.json');
});

test('is drawn by the server without scripts, with its script and ladder', async ({ visit }) => {
  const page = await visit({
    ...PHONE,
    javaScriptEnabled: false,
    address: inject('serverUrl') + pathOf('diagnosis', 'id'),
  });
  await page.getByLabel(diagnosisText('id').words.fieldLabel).fill(WORDS.id);
  await page.getByRole('button', { name: diagnosisText('id').words.send }).click();
  await page.locator('button[value="person"]').first().click();
  expect(await page.locator('#packet').inputValue()).toContain(WORDS.id);
  expect(await page.locator('[data-read]').innerText()).toContain(WORDS.id);
  expect(await page.locator('.ladder .rung').count()).toBeGreaterThan(1);
  expect(await page.locator('.leave').isVisible()).toBe(false);
  expect(await page.locator('#complained').count()).toBe(await page.locator('#complained[value]').count());
  expect(await page.locator('.now').innerText()).toContain(LADDER_TEXT.byHand.id);
});

test.for(LANGUAGES)('breaks no rule of axe and fits a phone: %s', async (lang, { visit }) => {
  const page = await reachPacket(visit, 'staticUrl', lang);
  await page.locator('.ladder .rung').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await checkBothSchemes(page);
});
