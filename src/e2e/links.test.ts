import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { chromium, type Browser } from 'playwright-core';
import { LANGUAGES, SECTORS } from '../core/article/browser.ts';
import { pathOf } from '../i18n/index.ts';

/** What search engines show of a title before they cut it, and the name of the site. */
const LONGEST_TITLE = 75;

/** What a page says of itself and where it leads. */
interface Crawled {
  readonly path: string;
  readonly title: string;
  readonly headings: number;
  readonly canonical: string | undefined;
  /** Language → path. */
  readonly alternates: Readonly<Record<string, string>>;
  /** Addresses of this site, with anchor. */
  readonly links: readonly string[];
  readonly ids: readonly string[];
  readonly isForSearchEngines: boolean;
}

let browser: Browser;
let page: Page;
let files: ReadonlySet<string>;
let pages: ReadonlyMap<string, Crawled>;
beforeAll(async () => {
  browser = await chromium.connect(inject('browserEndpoint'));
  page = await browser.newPage();
  await page.goto(inject('staticUrl'));
  files = await listFiles(inject('staticFolder'));
  const paths = [...files].filter((file) => file.endsWith('/') || file.endsWith('.html'));
  pages = new Map((await page.evaluate(crawl, paths)).map((crawled) => [crawled.path, crawled]));
});
afterAll(() => browser.close());

const guides = () =>
  [...pages.values()].filter((one) => new RegExp(`^(/en)?/(${SECTORS.join('|')})/[^/]+/$`).test(one.path));

describe('the whole static site', () => {
  test('has pages of both languages', () => {
    expect(guides().length).toBeGreaterThanOrEqual(60);
    for (const lang of LANGUAGES) expect([...pages.keys()]).toContain(pathOf('services', lang));
  });

  test('leads nowhere but to what is there', () => {
    const broken: string[] = [];
    for (const { path: from, links } of pages.values()) {
      for (const link of links) {
        const { pathname, hash } = new URL(link, 'http://localhost');
        const target = pages.get(pathname);
        const anchor = decodeURIComponent(hash.slice(1));
        if (!files.has(decodeURIComponent(pathname))) broken.push(`${from} → ${link}`);
        else if (anchor && target && !target.ids.includes(anchor))
          broken.push(`${from} → ${link} (no anchor)`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('has no id twice on a page', () => {
    const twice = [...pages.values()].filter(({ ids }) => new Set(ids).size < ids.length);
    expect(twice.map((one) => one.path)).toEqual([]);
  });

  test('says on each guide what search engines need', () => {
    const wrong: string[] = [];
    for (const { path: own, title, headings, canonical, alternates } of guides()) {
      const [id, en] = own.startsWith('/en/') ? [own.slice(3), own] : [own, `/en${own}`];
      if (canonical !== own) wrong.push(`${own}: canonical is ${canonical ?? 'missing'}`);
      if (alternates['id'] !== id || alternates['en'] !== en) wrong.push(`${own}: other languages`);
      if (title.length > LONGEST_TITLE) wrong.push(`${own}: title of ${title.length} characters`);
      if (headings !== 1) wrong.push(`${own}: ${headings} first headings`);
    }
    expect(wrong).toEqual([]);
  });

  test('gives no two pages for search engines the same title', () => {
    const listed = [...pages.values()].filter(({ isForSearchEngines }) => isForSearchEngines);
    const titles = listed.map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('lists in its sitemap each page for search engines, and only pages that are there', async () => {
    const index = await read('/sitemap-index.xml');
    const parts = await Promise.all(locations(index).map(read));
    const listed = parts.flatMap(locations);
    expect(listed.length).toBeGreaterThan(guides().length);
    expect(listed.filter((one) => !pages.get(one)?.isForSearchEngines)).toEqual([]);
    const missing = [...pages.values()].filter((one) => one.isForSearchEngines && !listed.includes(one.path));
    expect(missing.map((one) => one.path)).toEqual([]);
    expect(await read('/robots.txt')).toContain('/sitemap-index.xml');
  });

  test('has each guide as plain markdown, here and on the server', async () => {
    const addresses = guides().map((one) => one.path.replace(/\/$/, '.md'));
    expect(addresses.filter((address) => !files.has(address))).toEqual([]);
    for (const address of [addresses[0], addresses.at(-1)]) {
      const response = await fetch(inject('serverUrl') + (address ?? ''));
      expect(response.headers.get('content-type')).toMatch(/^text\/markdown/);
      expect(await response.text()).toMatch(/^# .+\n/);
    }
  });

  test('tells feeds and language models of guides that are there', async () => {
    for (const feed of [pathOf('rss', 'id'), pathOf('rss', 'en')]) {
      const links = [...(await read(feed)).matchAll(/<link>([^<]+)<\/link>/g)].map(([, one = '']) =>
        pathIn(one),
      );
      expect(links.length).toBeGreaterThan(1);
      expect(links.filter((one) => !pages.has(one))).toEqual([]);
    }
    const links = [...(await read('/llms.txt')).matchAll(/\]\(([^)]+)\)/g)].map(([, one = '']) =>
      pathIn(one),
    );
    expect(links.length).toBeGreaterThan(guides().length / 2);
    expect(links.filter((one) => !files.has(one))).toEqual([]);
  });
});

/** Every address of a folder, `index.html` as that of its folder; packed copies left out. */
async function listFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return new Set(names.map((name) => `/${name.replace(/(^|\/)index\.html$/, '$1')}`));
}

async function read(address: string): Promise<string> {
  const response = await fetch(inject('staticUrl') + address);
  expect(response.status).toBe(200);
  return response.text();
}

function locations(sitemap: string): string[] {
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => pathIn(address));
}

function pathIn(address: string): string {
  return new URL(address, 'http://localhost').pathname;
}

/** Reads pages in the browser, whose parser is the one that counts. */
async function crawl(paths: readonly string[]): Promise<Crawled[]> {
  const parser = new DOMParser();
  const crawled: Crawled[] = [];
  for (const path of paths) {
    const html = await (await fetch(path)).text();
    const page = parser.parseFromString(html, 'text/html');
    const attribute = (selector: string, name: string) =>
      page.querySelector(selector)?.getAttribute(name) ?? undefined;
    const inSite = (href: string) => new URL(href, location.origin + path);
    const links = [...page.querySelectorAll('a[href], link[href], script[src], img[src]')]
      .map((element) => inSite(element.getAttribute('href') ?? element.getAttribute('src') ?? ''))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname, hash }) => pathname + hash);
    const canonical = attribute('link[rel="canonical"]', 'href');
    const alternates = [...page.querySelectorAll<HTMLLinkElement>('link[hreflang]')];
    crawled.push({
      path,
      title: page.title,
      headings: page.querySelectorAll('h1').length,
      canonical: canonical && inSite(canonical).pathname,
      alternates: Object.fromEntries(
        alternates.map((link) => [link.hreflang, inSite(link.getAttribute('href') ?? '').pathname]),
      ),
      links: [...new Set(links)],
      ids: [...page.querySelectorAll('[id]')].map(({ id }) => id),
      isForSearchEngines: canonical !== undefined && !page.querySelector('meta[http-equiv="refresh"]'),
    });
  }
  return crawled;
}
