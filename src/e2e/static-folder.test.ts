import { describe, expect, inject } from 'vitest';
import { messages, pathOf } from '../i18n/index.ts';
import { test } from './visitor.ts';

describe('the static folder on a plain file server', () => {
  test('searches in the browser and leads to the right guide', async ({ visit }) => {
    const page = await visit({ address: inject('staticUrl') });
    await page.keyboard.press('/');
    await page.keyboard.type('otp ga masuk2');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(banking|e-commerce)\/otp-not-received\//);
    expect(await page.locator('#steps').isVisible()).toBe(true);
  });

  test.for(['id', 'en'] as const)(
    'fills the results page from its address, in %s, as the server does',
    async (lang, { visit }) => {
      const asked = `${pathOf('search', lang)}?q=otp`;
      const fixed = await visit({ address: inject('staticUrl') + asked });
      const hits = '[data-search-hits] .hit__title';
      await fixed.locator(hits).first().waitFor();
      const made = await visit({ address: inject('serverUrl') + asked });
      expect(await fixed.locator(hits).allInnerTexts()).toEqual(await made.locator(hits).allInnerTexts());
      expect(await fixed.title()).toBe(await made.title());
      expect(await fixed.locator('[data-search-status]').innerText()).toBe(
        await made.locator('[data-search-status]').innerText(),
      );
    },
  );

  test('narrows to a sector in place, and goes back with the browser', async ({ visit }) => {
    const page = await visit({ address: `${inject('staticUrl')}/cari/?q=kode+otp` });
    const sectors = page.locator('[data-hit-sector]');
    await sectors.first().waitFor();
    const all = await sectors.count();
    const { name } = messages('id').sectors.banking;
    await page.getByRole('radio', { name }).check();
    await expect.poll(async () => new Set(await sectors.allInnerTexts())).toEqual(new Set([name]));
    expect(new URL(page.url()).search).toBe('?q=kode+otp&sector=banking');
    await page.goBack();
    await expect.poll(() => sectors.count()).toBe(all);
    expect(await page.getByRole('radio', { name }).isChecked()).toBe(false);
  });

  test('says in the browser when no guide fits', async ({ visit }) => {
    const page = await visit({ address: `${inject('staticUrl')}/cari/?q=resep+rendang+padang` });
    const { none, outOfScope } = messages('id').search;
    await expect
      .poll(() => page.locator('[data-search-status]').innerText())
      .toMatch(new RegExp(`${escape(none)}|${escape(outOfScope)}`));
  });

  test('helps on at an address that leads nowhere', async ({ visit }) => {
    const expected = /404 \(Not Found\)/;
    const page = await visit({ address: `${inject('staticUrl')}/banking/no-such-guide/`, expected });
    expect(await page.locator('h1').innerText()).toBe(messages('id').notFound.title);
    await page.getByRole('textbox', { name: messages('id').search.label }).fill('transfer belum masuk');
    await page.getByRole('option').first().click();
    await page.locator('#steps').waitFor();
  });

  test('leads on from the short address of one step', async ({ visit }) => {
    const guide = pathOf('guide', 'id', { id: 'banking/otp-not-received' });
    const page = await visit({ address: inject('staticUrl') + guide });
    const step = await page.locator('.step').nth(1).getAttribute('id');
    const short = await page.locator('a[href^="/g/"]').getAttribute('href');
    await page.goto(`${inject('staticUrl')}${short ?? ''}#${step ?? ''}`);
    await page.waitForURL(`**${guide}#${step ?? ''}`);
  });
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
