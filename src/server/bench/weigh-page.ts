import type { Browser } from 'playwright-core';
import type { CountingServer, Sent } from './counting-server.ts';

/** What a page weighs, in bytes as they travel, by kind of file. */
export interface PageWeight {
  readonly address: string;
  readonly requests: number;
  readonly total: number;
  readonly html: number;
  readonly css: number;
  readonly script: number;
  readonly font: number;
  readonly other: number;
  /** What the first touch of the search adds until a hit is shown. */
  readonly search?: { readonly requests: number; readonly total: number; readonly script: number };
  /** What the service worker fetches for reading offline, on a first visit. */
  readonly offline: number;
}

const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const HIT = '.suggestions__rows [role="option"]';
const WORKER_WAIT_MS = 6000;

/** Loads a page as a phone does on a first visit; with a query, also types it into the search box. */
export async function weighPage(
  address: string,
  browser: Browser,
  server: CountingServer,
  query?: string,
): Promise<PageWeight> {
  const load = await loadPage(address, browser, server, query);
  const first = sumByKind(load.before);
  const withWorker = await loadPage(address, browser, server, undefined, 'allow');
  return {
    address,
    ...first,
    ...(load.search && {
      search: {
        requests: load.search.length,
        total: sum(load.search),
        script: sumByKind(load.search).script,
      },
    }),
    offline: Math.max(0, sum(withWorker.before) - first.total),
  };
}

async function loadPage(
  address: string,
  browser: Browser,
  server: CountingServer,
  query?: string,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<{ before: readonly Sent[]; search?: readonly Sent[] }> {
  const context = await browser.newContext({ ...PHONE, serviceWorkers });
  try {
    const page = await context.newPage();
    server.take();
    await page.goto(`${server.url}${address}`, { waitUntil: 'networkidle' });
    // A worker fetches on its own, after the page is at rest.
    if (serviceWorkers === 'allow') await page.waitForTimeout(WORKER_WAIT_MS);
    const before = server.take();
    if (query === undefined) return { before };
    await page.locator('[data-search-field]').first().fill(query);
    const shown = await page
      .locator(HIT)
      .first()
      .waitFor({ timeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
    return shown ? { before, search: server.take() } : { before };
  } finally {
    await context.close();
  }
}

function sumByKind(sent: readonly Sent[]): Omit<PageWeight, 'address' | 'offline'> {
  const ending = /\.(css|js|woff2)$/;
  const isPage = (path: string) => path.endsWith('/') || path.endsWith('.html');
  const of = (kind: string) => sum(sent.filter(({ path }) => ending.exec(path)?.[1] === kind));
  const html = sum(sent.filter(({ path }) => isPage(path)));
  const [css, script, font, total] = [of('css'), of('js'), of('woff2'), sum(sent)];
  return { requests: sent.length, total, html, css, script, font, other: total - html - css - script - font };
}

function sum(sent: readonly Sent[]): number {
  return sent.reduce((total, { bytes }) => total + bytes, 0);
}
