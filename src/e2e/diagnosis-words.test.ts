import { describe, expect, inject } from 'vitest';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { pathOf } from '../i18n/index.ts';
import { PHONE, test } from './visitor.ts';

const DIAGNOSIS = pathOf('diagnosis', 'id');
const { helpMe, words } = diagnosisText('id');
const WORDS = 'transfer udah berhasil tapi temen saya bilang belum masuk';
const SECRET = 'otp saya 482913 ga bisa dipakai';
/** What a browser says while it is not connected. */
const OFFLINE = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;

describe('what a reader writes', () => {
  test.for(['serverUrl', 'staticUrl'] as const)(
    'stays in the box of the home page when a secret is in it, and the reader sees why: %s',
    async (site, { visit }) => {
      const page = await visit({ ...PHONE, address: inject(site) });
      const sent: string[] = [];
      page.on('request', (request) => sent.push(decodeURIComponent(request.url()).replaceAll('+', ' ')));
      const box = page.locator('#home-search');
      await box.pressSequentially(SECRET, { delay: 30 });
      await page.getByRole('alert').getByText('kode, PIN').waitFor();
      await box.press('Enter');
      await page.getByRole('button', { name: helpMe }).tap();
      expect(sent.filter((url) => /otp saya \d/.test(url))).toEqual([]);
      expect(new URL(page.url()).pathname).toBe('/');
      expect(await box.inputValue()).toBe(SECRET);
      await box.fill('otp saya ga bisa dipakai');
      await expect.poll(() => page.locator('.search__secret').first().textContent()).toBe('');
      await box.press('Enter');
      await page.waitForURL('**/cari/?q=otp*');
    },
  );

  test('goes from the home page to the diagnosis without standing in an address', async ({ visit }) => {
    const page = await visit();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.isNavigationRequest()) sent.push(request.url());
    });
    await page.locator('#home-search').fill(`${WORDS} 2 hari`);
    await page.getByRole('button', { name: helpMe }).click();
    await page.locator('.trail').waitFor();
    expect(await page.locator('.trail').innerText()).toContain(`${WORDS} 2 hari`);
    expect(sent.map((url) => url.replace(inject('serverUrl'), ''))).toEqual([DIAGNOSIS]);
    await page.reload();
    await page.locator('.trail').waitFor();
    expect(await page.locator('.trail__said').count()).toBe(1);
  });

  test('is only ever text, in the page, in the packet and in what is kept', async ({ visit }) => {
    const hostile = `${WORDS} "><img src=x onerror=alert(1)><script>alert(2)</script>`;
    const page = await visit({ address: inject('serverUrl') + DIAGNOSIS });
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.waitForLoadState('networkidle');
    await page.locator('#tell').fill(hostile);
    await page.locator('#tell').press('Enter');
    await page.locator('.trail').waitFor();
    await page.reload();
    await page.locator('.trail').waitFor();
    await page.getByRole('button', { name: words.person }).click();
    expect(await page.getByLabel(words.summaryLabel).inputValue()).toContain('<script>alert(2)</script>');
    expect(await page.locator('.diagnosis img, .diagnosis script').count()).toBe(0);
    expect(dialogs).toEqual([]);
  });

  test('is not lost when the connection goes in the middle, and goes on when it is back', async ({
    visit,
  }) => {
    const page = await visit({ address: `${inject('serverUrl')}${DIAGNOSIS}`, expected: OFFLINE });
    await page.waitForLoadState('networkidle');
    await page.locator('#tell').fill('otp ga masuk');
    await page.locator('#tell').press('Enter');
    await page.locator('.now--question').waitFor();
    const asked = await page.locator('#now').innerText();
    await page.context().setOffline(true);
    await page.locator('.choice').first().click();
    await expect.poll(() => page.locator('#now').innerText()).not.toBe(asked);
    await page.getByRole('button', { name: words.back }).click();
    await expect.poll(() => page.locator('#now').innerText()).toBe(asked);
    await page.getByRole('button', { name: words.person }).click();
    expect(await page.getByLabel(words.summaryLabel).inputValue()).toContain('otp ga masuk');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: words.resume }).click();
    await page.locator('.choice').first().waitFor();
  });
});
