import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../core/article/index.ts';
import { bundlePage } from './bundle-page.ts';
import { startCountingServer, type CountingServer } from './counting-server.ts';
import type { FileMap } from './file-map.ts';
import { summarise, type Latency } from './latency.ts';
import { spreadOf, type Spread } from './percentile.ts';
import type {} from './page/mount-search.ts';
import type { Peer } from './peer/index.ts';

/** What one engine did in the browser with one corpus. */
export interface PeerMeasure {
  /** Bytes until the first hit is shown: script, index, everything but the empty page. */
  readonly firstResultBytes: Spread;
  readonly firstResultRequests: Spread;
  /** One list for each query, its ids best first. */
  readonly ids: readonly (readonly string[])[];
  readonly latency: Latency;
  /** JavaScript heap of the page after the queries; what a worker or WebAssembly holds is not in it. */
  readonly heapBytes: number;
}

export interface MeasureOptions {
  readonly lang: Language;
  readonly queries: readonly string[];
  readonly repeats: number;
  /** How many of the queries are each asked on a fresh page. */
  readonly firstResults: number;
}

const HOST_PAGE = 'index.html';
const TIMEOUT_MS = 120_000;

/** Puts an engine's files behind a page with a search box, and uses it as a reader would. */
export async function measurePeer(
  { name, page: pageName }: Peer,
  files: FileMap,
  browser: Browser,
  options: MeasureOptions,
): Promise<PeerMeasure> {
  const html = `<!doctype html><html lang="${options.lang}"><title>${name}</title><link rel="icon" href="data:,"><body><script type="module" src="/page.js"></script></body></html>`;
  const server = await startCountingServer(
    new Map([...files, ['page.js', await bundlePage(pageName)], [HOST_PAGE, new TextEncoder().encode(html)]]),
  );
  try {
    const first = [];
    for (const query of spaced(options.queries, options.firstResults)) {
      first.push(await withPage(browser, (page) => fetchFirstResult(page, server, query)));
    }
    const timed = await withPage(browser, async (page) => {
      await page.goto(server.url);
      return timeQueries(page, options);
    });
    return {
      firstResultBytes: spreadOf(first.map(({ bytes }) => bytes)),
      firstResultRequests: spreadOf(first.map(({ requests }) => requests)),
      ...timed,
    };
  } finally {
    await server.close();
  }
}

async function fetchFirstResult(
  page: Page,
  server: CountingServer,
  query: string,
): Promise<{ bytes: number; requests: number }> {
  server.take();
  await page.goto(server.url);
  await page.fill('input', query);
  await page.waitForSelector('ol[data-shown]', { state: 'attached', timeout: TIMEOUT_MS });
  const sent = server.take().filter(({ path }) => path !== '/');
  return { bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0), requests: sent.length };
}

async function timeQueries(page: Page, { queries, repeats }: MeasureOptions) {
  const timing = await page.evaluate(
    ([asked, times]) => {
      if (!window.timeQueries) throw new Error('The page has no clock.');
      return window.timeQueries(asked, times);
    },
    [queries, repeats] as const,
  );
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  return { ids: timing.ids, latency: summarise(timing.timesMs), heapBytes: usedSize };
}

async function withPage<Value>(browser: Browser, use: (page: Page) => Promise<Value>): Promise<Value> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    return await use(page);
  } finally {
    await context.close();
  }
}

function spaced<Item>(items: readonly Item[], count: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0).slice(0, count);
}
