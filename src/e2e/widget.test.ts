import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished } from 'vitest';
import { diagnosisText } from '../i18n/diagnosis-text.ts';
import { loaderText, widgetText } from '../i18n/widget-text.ts';
import { pathOf } from '../i18n/index.ts';
import { PHONE, test, type Visit, type VisitOptions } from './visitor.ts';
import { openClosedRoots, serveHost, type HostPage } from './widget-host.ts';

const MOST_LOADER_BYTES = 15_000;
const { words } = diagnosisText('id');
const { ask, panel } = widgetText('id');
const WORDS = 'transfer udah berhasil tapi temen saya bilang belum masuk';
/** What a browser says when a policy, or the lack of a header, keeps something away. */
const KEPT_AWAY = /Content Security Policy|CSP|Failed to load|blocked by/;

const tag = (site: string, more = 'data-sector="banking"') =>
  `<script src="${site}/widget.js" ${more} defer></script>`;
/** All that a page has to allow. */
const strict = (site: string) => `default-src 'none'; script-src ${site}; connect-src ${site}`;

/** Opens a page of another site, with its shadow roots open to the test. */
async function visitHost(visit: Visit, host: HostPage, options: VisitOptions = {}): Promise<Page> {
  const served = await serveHost(host);
  onTestFinished(() => served.stop());
  const page = await visit({ ...options, address: 'about:blank' });
  await openClosedRoots(page);
  await page.goto(served.url);
  return page;
}

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('button', { name: ask }).click();
  await page.getByRole('dialog', { name: panel.title }).waitFor();
}

describe.for(['serverUrl', 'staticUrl'] as const)('the widget of the site at %s', (name) => {
  test('answers on a page whose policy allows its origin alone', async ({ visit }) => {
    const site = inject(name);
    const page = await visitHost(visit, { head: tag(site), policy: strict(site) });
    await openPanel(page);
    await page.locator('#tell').fill(WORDS);
    await page.locator('#tell').press('Enter');
    await page.getByRole('button', { name: words.confirmYes }).click();
    await expect.poll(() => page.locator('.now__progress').innerText()).toMatch(/^Langkah 1 /);
    const links = page.locator('.panel__view a[href]:not([href^="mailto:"])');
    for (const link of await links.all()) {
      expect(await link.getAttribute('href')).toMatch(new RegExp(`^${site}/`));
      expect(await link.getAttribute('target')).toBe('_blank');
    }
    expect(await links.count()).toBeGreaterThan(0);
  });

  test('is one small file until it is touched', async ({ visit }) => {
    const site = inject(name);
    const host = await serveHost({ head: tag(site), policy: strict(site) });
    onTestFinished(() => host.stop());
    const page = await visit({ address: 'about:blank' });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.goto(host.url, { waitUntil: 'networkidle' });
    expect(sent.filter((address) => address.startsWith(site))).toEqual([`${site}/widget.js`]);
    const code = await (await fetch(`${site}/widget.js`)).text();
    expect(code.length).toBeLessThan(MOST_LOADER_BYTES);
    expect(gzipSync(code).length).toBeLessThan(MOST_LOADER_BYTES / 5);
  });
});

describe('the widget on a page of another site', () => {
  test('stands apart from its styles and scripts', async ({ visit }) => {
    const site = inject('serverUrl');
    const head = `${tag(site)}<style>html { font-size: 40px } body * { all: unset !important; display: none !important;
      --paper: red !important; --rem: 90px !important }</style>`;
    const page = await visitHost(visit, { head });
    const host = page.locator('pandu-widget');
    expect(await host.getAttribute('data-asked-mode')).toBe('closed');
    await openPanel(page);
    const seen = await page.locator('.panel').evaluate((element) => {
      const { backgroundColor, width } = getComputedStyle(element);
      return {
        backgroundColor,
        width,
        size: getComputedStyle(element.querySelector('#now') ?? element).fontSize,
      };
    });
    expect(seen).toEqual({ backgroundColor: 'rgb(251, 248, 242)', width: '442px', size: '20.4px' });
  });

  test('is there once, however often it is put in', async ({ visit }) => {
    const site = inject('serverUrl');
    const page = await visitHost(visit, { head: tag(site) + tag(site, 'data-lang="en"') });
    await page.locator('pandu-widget').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    expect(await page.locator('pandu-widget').count()).toBe(1);
  });

  test('speaks the language, stands in the corner and has the colour that is asked for', async ({
    visit,
  }) => {
    const site = inject('serverUrl');
    const more = 'data-lang="en" data-position="left" data-color="#ffd500"';
    const page = await visitHost(visit, { head: tag(site, more), policy: strict(site) });
    const button = page.getByRole('button', { name: widgetText('en').ask });
    expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(255, 213, 0)',
    );
    expect((await button.boundingBox())?.x).toBeLessThan(20);
    await button.click();
    await expect.poll(() => page.locator('#now').innerText()).toBe(diagnosisText('en').words.question);
    expect((await page.getByRole('dialog').boundingBox())?.x).toBeLessThan(20);
  });

  test('opens and closes by keyboard, and keeps its keys to itself', async ({ visit }) => {
    const site = inject('serverUrl');
    const page = await visitHost(visit, { head: tag(site), policy: strict(site) });
    await page.evaluate(() => {
      const keys: string[] = [];
      Object.assign(globalThis, { keys });
      document.addEventListener('keydown', ({ key }) => keys.push(key));
    });
    const button = page.getByRole('button', { name: ask });
    await button.focus();
    await page.keyboard.press('Enter');
    const heading = page.locator('#now');
    await expect.poll(() => isFocused(heading)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('/s');
    expect(await page.locator('#tell').inputValue()).toBe('/s');
    await page.keyboard.press('Escape');
    await expect.poll(() => isFocused(button)).toBe(true);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await page.keyboard.press('Space');
    await page.getByRole('dialog').waitFor();
    expect(await page.evaluate(() => (globalThis as { keys?: unknown }).keys)).toEqual(['Enter', ' ']);
  });

  test('fills a small screen, and its text breaks inside', async ({ visit }) => {
    const site = inject('serverUrl');
    const page = await visitHost(
      visit,
      { head: `<meta name="viewport" content="width=device-width">${tag(site)}` },
      PHONE,
    );
    await openPanel(page);
    await page.locator('#tell').fill(`transfer ${'panjang'.repeat(30)}`);
    await page.locator('#tell').press('Enter');
    await page.locator('.trail').waitFor();
    expect(await page.locator('.panel').boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    expect(
      await page
        .locator('.panel__view')
        .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBe(0);
  });

  test('goes on when another page of the site is opened, and leaves nothing but that', async ({ visit }) => {
    const site = inject('serverUrl');
    const page = await visitHost(visit, { head: tag(site), policy: strict(site) });
    await openPanel(page);
    await page.locator('#tell').fill(WORDS);
    await page.locator('#tell').press('Enter');
    await page.locator('.trail').waitFor();
    await page.goto(new URL('/lain/', page.url()).href);
    await openPanel(page);
    expect(await page.locator('.trail__said').innerText()).toContain(WORDS);
    expect(
      await page.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage), document.cookie]),
    ).toEqual([['pandu'], [], '']);
    await page.getByRole('link', { name: words.clear }).click();
    await page.locator('.trail').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  test('is a plain link to the diagnosis where it may fetch nothing', async ({ visit }) => {
    const site = inject('serverUrl');
    const page = await visitHost(
      visit,
      { head: tag(site), policy: `default-src 'none'; script-src ${site}` },
      { expected: KEPT_AWAY },
    );
    await page.getByRole('button', { name: ask }).click();
    const link = page.getByRole('link', { name: loaderText().id.failed });
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await opened.waitForURL(`${site}${pathOf('diagnosis', 'id')}**`);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('is a plain link where the page allows no HTML from text', async ({ visit }) => {
    const site = inject('serverUrl');
    const policy = `${strict(site)}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const page = await visitHost(
      visit,
      { head: tag(site), policy },
      { expected: /TrustedHTML|Trusted Type/i },
    );
    await page.getByRole('button', { name: ask }).click();
    await page.getByRole('link', { name: loaderText().id.failed }).waitFor();
  });

  test('is not there where its script may not run', async ({ visit }) => {
    const site = inject('serverUrl');
    const page = await visitHost(
      visit,
      { head: tag(site), policy: "default-src 'self'" },
      { expected: KEPT_AWAY },
    );
    await page.waitForLoadState('networkidle');
    expect(await page.locator('pandu-widget').count()).toBe(0);
  });
});

describe('the demo page', () => {
  test.for(['serverUrl', 'staticUrl'] as const)(
    'has the widget under its strict policy, no bubble, and breaks no rule of axe: %s',
    async (name, { visit }) => {
      const page = await visit({ address: 'about:blank' });
      await openClosedRoots(page);
      await page.goto(inject(name) + pathOf('widgetDemo', 'id'));
      expect(await violations(page)).toEqual([]);
      await openPanel(page);
      expect(await violations(page)).toEqual([]);
      expect(await page.locator('chat-bubble').count()).toBe(0);
      expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
    },
  );
});

async function violations(page: Page): Promise<unknown[]> {
  const { violations: found } = await new AxeBuilder({ page }).include('pandu-widget').analyze();
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

function isFocused(locator: ReturnType<Page['locator']>): Promise<boolean> {
  return locator.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element);
}
