import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { LANGUAGES, SECTORS } from '../core/article/browser.ts';
import { pathOf } from '../i18n/index.ts';
import { GUIDE } from './page-kinds.ts';
import { test } from './visitor.ts';

const NAVIGATION = 'header, footer, nav, .strip, search-box, .outcome';
const LONGEST = 3;

describe('printed on A4', () => {
  test.for(LANGUAGES)('the emergency page takes one sheet in %s', async (lang, { visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('urgent', lang) });
    expect(await sheets(page)).toBe(1);
  });

  test.for(LANGUAGES)('the longest guides take two sheets at most in %s', async (lang, { visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('guide', lang, { id: GUIDE }) });
    const counts: [string, number][] = [];
    for (const guide of await longestGuides(page, pathOf('home', lang))) {
      await page.goto(inject('staticUrl') + guide);
      counts.push([guide, await sheets(page)]);
    }
    expect(counts).toHaveLength(LONGEST);
    expect(counts.filter(([, count]) => count > 2)).toEqual([]);
  });

  test('a guide keeps its steps and leaves out what leads elsewhere', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('guide', 'id', { id: GUIDE }) });
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page, NAVIGATION)).toEqual([]);
    expect(await shown(page, 'h1, .step, #if-unresolved')).toHaveLength(
      2 + (await page.locator('.step').count()),
    );
  });

  test('the emergency page keeps its numbers and leaves out what leads elsewhere', async ({ visit }) => {
    const page = await visit({ address: inject('serverUrl') + pathOf('urgent', 'id') });
    await page.emulateMedia({ media: 'print' });
    expect(await shown(page, NAVIGATION)).toEqual([]);
    expect((await shown(page, 'a[href^="tel:"]')).length).toBeGreaterThan(1);
  });
});

/** How many sheets of A4 a page fills. */
async function sheets(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The names of those elements that are to be seen. */
function shown(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .map((element) => `${element.localName} ${element.id}`),
    );
}

/** The guides below `home` whose readable text is longest. */
async function longestGuides(page: Page, home: string): Promise<string[]> {
  await page.goto(inject('staticUrl') + home);
  const sitemap = await readFile(path.join(inject('staticFolder'), 'sitemap-0.xml'), 'utf8');
  const isGuide = new RegExp(`^${home}(?:${SECTORS.join('|')})/[^/]+/$`);
  const guides = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)]
    .map(([, address = '']) => new URL(address).pathname)
    .filter((pathname) => isGuide.test(pathname));
  const lengths = await page.evaluate(async (paths) => {
    const parser = new DOMParser();
    const read = async (one: string) =>
      parser.parseFromString(await (await fetch(one)).text(), 'text/html').querySelector('article')
        ?.textContent.length ?? 0;
    return Promise.all(paths.map(async (one) => ({ one, length: await read(one) })));
  }, guides);
  return lengths
    .sort((a, b) => b.length - a.length)
    .slice(0, LONGEST)
    .map(({ one }) => one);
}
