import { describe, expect, inject } from 'vitest';
import { LANGUAGES } from '../core/article/browser.ts';
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

  test.for(LANGUAGES)(
    'fills the results page from its address as the server does, in %s',
    async (lang, { visit }) => {
      const seen = [];
      for (const site of [inject('staticUrl'), inject('serverUrl')]) {
        const page = await visit({ address: `${site}${pathOf('search', lang)}?q=otp` });
        const hits = page.locator('[data-search-hits] a');
        await hits.first().waitFor();
        const first = await hits.evaluateAll((links) =>
          links.slice(0, 3).map((link) => link.getAttribute('href')),
        );
        for (const id of ['banking/otp-not-received', 'e-commerce/otp-not-received']) {
          // With a model of meaning on one side only, the order may differ.
          expect(first.map((href) => href?.replace(/#.*/, ''))).toContain(pathOf('guide', lang, { id }));
        }
        seen.push({
          title: await page.title(),
          status: await page.locator('[data-search-status]').innerText(),
          passages: await page.locator('[data-search-hits] mark').count(),
        });
      }
      const [fixed, made] = seen;
      expect(fixed?.title).toBe(made?.title);
      expect(fixed?.status).toBe(made?.status);
      for (const { passages } of seen) expect(passages).toBeGreaterThan(0);
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
