import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { LANGUAGES, type Language } from '../core/article/browser.ts';
import { pathOf } from '../i18n/index.ts';
import { CONTACT, deskWords, ticketWords } from '../i18n/ticket-text.ts';
import { checkBothSchemes } from './check-accessibility.ts';
import { GUIDE } from './page-kinds.ts';
import { contactFrom, PICTURE, writeToAgent } from './ticket-journey.ts';
import { PHONE, test, type Visit } from './visitor.ts';

const WORDS = {
  id: 'transfer udah berhasil tapi temen saya bilang belum masuk',
  en: 'my transfer succeeded but the money has not arrived',
};
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to (?:fetch|load)/;
const site = () => inject('serverUrl');

/** Asks for a person at once, and gives the page with the packet. */
async function reachAgent(visit: Visit, lang: Language, options: Parameters<Visit>[0] = {}): Promise<Page> {
  const query = new URLSearchParams({ q: WORDS[lang] }).toString();
  const page = await visit({
    ...PHONE,
    ...options,
    address: `${site()}${pathOf('diagnosis', lang)}?${query}`,
  });
  await page.locator('.trail').waitFor();
  // Scripts have taken over once the address is clean.
  await expect.poll(() => new URL(page.url()).search).toBe('');
  await page.locator('button[value="person"]').first().click();
  await page.locator('reader-desk [data-what]').waitFor();
  return page;
}

const send = (page: Page) => page.locator('reader-desk button').click();

describe('an agent at the end of a conversation', () => {
  test.for(LANGUAGES)('gets exactly the packet, and the reader its page: %s', async (lang, { visit }) => {
    const page = await reachAgent(visit, lang);
    const box = page.locator('#packet');
    // Before the script of the packet is there, the box counts as unchecked and nothing would happen.
    await expect.poll(() => page.locator('[data-part="said"]').isChecked()).toBe(true);
    await page.locator('[data-part="said"]').uncheck();
    await box.fill(`${await box.inputValue()}\n\nTambahan: <b>tebal</b>`);
    const packet = await box.inputValue();
    expect(packet).not.toContain(WORDS[lang]);
    await checkBothSchemes(page);
    await send(page);
    const reference = await page.locator('.sent__reference').innerText();
    await checkBothSchemes(page);
    await page.reload();
    expect(await page.locator('.sent__reference').innerText()).toBe(reference);
    expect(await page.locator('#tell').count()).toBe(0);
    await page.getByRole('link', { name: deskWords(lang).open }).click();
    await page.locator('.thread').waitFor();
    expect(await page.locator('.ticket__reference').innerText()).toContain(reference);
    expect(await page.locator('.message--reader .message__text').first().textContent()).toBe(packet);
    await checkBothSchemes(page);
  });

  test('is there again after a failure, and nothing is lost by it', async ({ visit }) => {
    const page = await reachAgent(visit, 'id', { expected: NO_NETWORK });
    await page.locator('#packet').fill('Masalah: uang kos belum sampai');
    await page.context().setOffline(true);
    await send(page);
    await page.locator('.ways > li:last-child reader-desk').waitFor();
    expect(await page.locator('#packet').inputValue()).toBe('Masalah: uang kos belum sampai');
    await page.context().setOffline(false);
    await send(page);
    await page.locator('.sent__reference').waitFor();
  });

  test('is sent no secret', async ({ visit }) => {
    const page = await reachAgent(visit, 'id');
    await page.locator('#packet').fill('Masalah: pin saya 482913 ga bisa');
    await send(page);
    await expect
      .poll(() => page.locator('[data-desk-note]').innerText())
      .toBe(deskWords('id').sending.secret);
    expect(await page.locator('.sent__reference').count()).toBe(0);
  });
});

describe('writing to an agent', () => {
  test('begins at a guide, with files that can be taken out again', async ({ visit }) => {
    const page = await visit({ ...PHONE, address: site() + pathOf('guide', 'id', { id: GUIDE }) });
    await page.locator('article').getByRole('link', { name: CONTACT.link.id }).click();
    await page.locator('.letter__about').waitFor();
    await page.locator('#file').setInputFiles([PICTURE, { ...PICTURE, name: 'salah.png' }]);
    const { remove } = ticketWords('id').file;
    await page.getByRole('button', { name: remove.replace('{name}', 'salah.png') }).click();
    await checkBothSchemes(page);
    await writeToAgent(page, 'Kodenya tidak masuk sejak pagi.\nSudah ganti kartu.');
    const files = page.locator('.message .files a');
    expect(await files.allInnerTexts()).toEqual([expect.stringContaining('bukti.png')]);
    const address = new URL((await files.first().getAttribute('href')) ?? '', page.url()).href;
    const file = await page.request.get(address);
    expect(file.headers()['content-type']).toBe('image/png');
  });

  test('warns of a secret while it is typed, and sends none', async ({ visit }) => {
    const page = await visit({ address: contactFrom(site(), 'id') });
    await page.locator('#text').pressSequentially('kode otp saya 482913');
    const warning = page.locator('[data-problem="text"]');
    await expect.poll(() => warning.innerText()).toBe(ticketWords('id').sending.secret);
    await page.locator('.letter button[value="send"]').click();
    await page.locator('#text').fill('kodenya tidak mempan');
    await expect.poll(() => warning.isVisible()).toBe(false);
    expect(new URL(page.url()).pathname).toBe(pathOf('contact', 'id'));
  });
});

describe('the page of a ticket', () => {
  test('shows in one window what was written in another, and keeps what is being written', async ({
    visit,
  }) => {
    const one = await visit({ ...PHONE, address: contactFrom(site(), 'id') });
    await writeToAgent(one, 'Kodenya tidak masuk.');
    const other = await visit({ address: one.url() });
    await other.locator('#reply').fill('Masih saya tulis');
    await one.locator('#reply').fill('Tadi saya lupa: sejak pagi.');
    await one.locator('[data-reply] .button').click();
    await expect.poll(() => one.locator('#reply').inputValue()).toBe('');
    const text = ticketWords('id');
    await expect.poll(() => other.locator('.message').last().innerText()).toContain('Tadi saya lupa');
    expect(await other.locator('[data-live]').innerText()).toBe(text.newAnswer);
    expect(await other.locator('#reply').inputValue()).toBe('Masih saya tulis');
    await one.getByRole('button', { name: text.solvedNow }).click();
    await expect.poll(() => other.locator('#standing').innerText()).toBe(text.standing.solved);
    await checkBothSchemes(one);
    await one.getByRole('radio', { name: text.ratings.good }).check();
    await one.getByRole('button', { name: text.rate }).click();
    await expect.poll(() => other.locator('[data-rating]').innerText()).toContain(text.ratings.good);
  });
});
