import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { pathOf } from '../i18n/index.ts';
import { OFFLINE } from '../i18n/offline-text.ts';
import { serveFolder } from './serve-folder.ts';
import { test, type Visit } from './visitor.ts';

const GUIDE = pathOf('guide', 'id', { id: 'banking/transfer-pending' });
/** What a browser says of each request without a network. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to (fetch|load)/;

describe('after the first visit, without a network', () => {
  test.for(['serverUrl', 'staticUrl'] as const)(
    'reads a guide that was never opened, and searches (%s)',
    async (site, { visit }) => {
      const page = await visitHome(visit, inject(site));
      await page.context().setOffline(true);
      await page.goto(inject(site) + GUIDE);
      expect(await page.locator('#steps').isVisible()).toBe(true);
      await isStyled(page);
      await page.locator('#header-search').fill('otp ga masuk2');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/(banking|e-commerce)\/otp-not-received\//);
      await page.goto(`${inject(site)}/cari/?q=refund+belum+masuk`);
      await page.locator('[data-search-hits] a').first().waitFor();
    },
  );

  test('finds the emergency page, and says which guides are here for what is not', async ({ visit }) => {
    const page = await visitHome(visit, inject('serverUrl'));
    await page.context().setOffline(true);
    await page.goto(inject('serverUrl') + pathOf('urgent', 'id'));
    expect(await page.locator('.urgent__steps > li').count()).toBeGreaterThan(2);
    await page.goto(
      `${inject('serverUrl')}${pathOf('guide', 'en', { id: 'education/video-class-problem' })}`,
    );
    expect(await page.locator('h1').innerText()).toBe(OFFLINE.en.title);
    await page.goto(inject('serverUrl') + pathOf('offline', 'id'));
    await expect.poll(() => page.locator('[data-kept-list] a').count()).toBeGreaterThan(20);
  });

  test('has on the desk of agents what was looked at there before', async ({ visit }) => {
    const page = await visitHome(visit, inject('serverUrl'), pathOf('agents', 'id'));
    const [box, copy] = [page.getByRole('combobox'), page.locator('[data-desk-preview]')];
    await box.fill('otp dari bank tidak masuk');
    await expect.poll(() => copy.innerText()).toContain('/g/');
    const seen = await copy.innerText();
    await page.context().setOffline(true);
    await page.reload();
    await box.fill('otp dari bank tidak masuk');
    await expect.poll(() => copy.innerText()).toBe(seen);
  });
});

describe('with a network again', () => {
  test('shows a changed guide at once, and keeps that one for later', async ({ visit }) => {
    let heading = 'Judul lama';
    const site = await serveFolder(inject('staticFolder'), (pathname, html) =>
      pathname === GUIDE ? html.replace(/<h1>[^<]*<\/h1>/, `<h1>${heading}</h1>`) : html,
    );
    try {
      const page = await visitHome(visit, site.url);
      await page.context().setOffline(true);
      await page.goto(site.url + GUIDE);
      expect(await page.locator('h1').innerText()).toBe('Judul lama');
      heading = 'Judul baru';
      await page.context().setOffline(false);
      await page.goto(site.url + GUIDE);
      expect(await page.locator('h1').innerText()).toBe('Judul baru');
      await page.context().setOffline(true);
      await expect
        .poll(async () => {
          await page.goto(site.url + GUIDE);
          return page.locator('h1').innerText();
        })
        .toBe('Judul baru');
    } finally {
      await site.stop();
    }
  });
});

/** A first visit, until the service worker has kept a language: it keeps the door of the search last. */
async function visitHome(visit: Visit, url: string, path = '/'): Promise<Page> {
  const page = await visit({ address: url + path, serviceWorkers: 'allow', expected: NO_NETWORK });
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match('/search-data/id.json'))))
    .toBe(true);
  return page;
}

/** Styles and the font came along with the page. */
async function isStyled(page: Page): Promise<void> {
  const font = await page.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
  expect(font).toContain('Plus Jakarta Sans');
  await expect.poll(() => page.evaluate(() => document.fonts.check('16px "Plus Jakarta Sans"'))).toBe(true);
}
