import { describe, expect, inject } from 'vitest';
import { messages, pathOf } from '../i18n/index.ts';
import { test } from './visitor.ts';

describe('a reader whose browser runs no scripts', () => {
  const javaScriptEnabled = false;

  test('asks on the home page, chooses a result and reads the guide', async ({ visit }) => {
    const page = await visit({ javaScriptEnabled });
    await page.getByRole('textbox', { name: messages('id').search.label }).fill('otp ga masuk2');
    await page.getByRole('button', { name: messages('id').search.submit, exact: true }).click();
    await page.waitForURL('**/cari/?q=otp+ga+masuk2');
    const hit = page.locator('[data-search-hits] a').first();
    const title = await hit.innerText();
    expect(await page.locator('[data-search-hits] mark').count()).toBeGreaterThan(0);
    await hit.click();
    await page.waitForURL(/\/(banking|e-commerce)\/otp-not-received\//);
    expect(await page.locator('h1').innerText()).toBe(title);
    const { guide } = messages('id');
    for (const name of [guide.isThisIt, guide.steps, guide.ifUnresolved]) {
      expect(await page.getByRole('heading', { name, exact: true }).isVisible()).toBe(true);
    }
    const fold = page.locator('details', { hasText: guide.causes }).first();
    await fold.locator('summary').click();
    expect(await fold.locator('p, li').first().isVisible()).toBe(true);
  });

  test('narrows the results to one sector', async ({ visit }) => {
    const page = await visit({ javaScriptEnabled, address: `${inject('serverUrl')}/cari/?q=kode+otp` });
    const sectors = page.locator('[data-hit-sector]');
    expect(new Set(await sectors.allInnerTexts()).size).toBeGreaterThan(1);
    const banking = messages('id').sectors.banking.name;
    await page.getByRole('radio', { name: banking }).check();
    await page.getByRole('button', { name: messages('id').search.submit, exact: true }).click();
    await page.waitForURL('**/cari/?q=kode+otp&sector=banking');
    expect(new Set(await sectors.allInnerTexts())).toEqual(new Set([banking]));
    expect(await page.getByRole('radio', { name: banking }).isChecked()).toBe(true);
  });

  test.for([
    ['id', 'resep rendang padang untuk lebaran'],
    ['en', 'best pizza recipe with mushrooms'],
  ] as const)('is told in %s that no guide is about "%s"', async ([lang, words], { visit }) => {
    const page = await visit({
      javaScriptEnabled,
      address: `${inject('serverUrl')}${pathOf('search', lang)}?q=${encodeURIComponent(words)}`,
    });
    const { none, outOfScope } = messages(lang).search;
    expect([none, outOfScope]).toContain(await page.locator('[data-search-status]').innerText());
  });

  test('finds every guide of the static folder through its sectors', async ({ visit }) => {
    const page = await visit({ javaScriptEnabled, address: `${inject('staticUrl')}/cari/` });
    expect(await page.locator('noscript .notice').isVisible()).toBe(true);
    await page
      .getByRole('navigation')
      .getByRole('link', { name: messages('id').sectors.banking.name })
      .click();
    await page.waitForURL('**/banking/');
    await page.locator('main a[href^="/banking/"]').first().click();
    await page.waitForURL(/\/banking\/[^/]+\/$/);
    expect(await page.locator('#steps').isVisible()).toBe(true);
  });

  test('follows "not solved" and a short address without scripts', async ({ visit }) => {
    const path = pathOf('guide', 'id', { id: 'banking/otp-not-received' });
    const page = await visit({ javaScriptEnabled, address: inject('staticUrl') + path });
    await page.getByRole('link', { name: messages('id').guide.notSolved }).click();
    expect(new URL(page.url()).hash).toBe('#if-unresolved');
    await page.getByRole('link', { name: new RegExp(messages('id').guide.shortLink) }).click();
    await page.waitForURL(`**${path}`);
  });
});
