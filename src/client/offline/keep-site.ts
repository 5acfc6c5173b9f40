import type { Language } from '../../core/article/browser.ts';
import { pageKey } from './cache-policy.ts';
import { findIndexParts } from './index-parts.ts';
import { mayKeepResponse } from './keep-response.ts';
import { findLinkedFiles } from './linked-files.ts';
import { readingListPath, type ReadingList } from './reading-list.ts';

/** More than this is not worth a reader's data: the rest is kept as it is visited. */
const MOST_PAGES = 400;
const MOST_INDEX_PARTS = 200;

/** Keeps pages with everything they need to be shown, one after the other. @throws {TypeError} when the network is gone. */
export async function keepPages(cache: Cache, paths: readonly string[], origin: string): Promise<void> {
  const files = new Set<string>();
  for (const path of paths) {
    const url = new URL(path, origin);
    const response = await fetch(url, { cache: 'no-cache', credentials: 'omit' });
    if (!mayKeepResponse(response, url)) continue;
    const html = await response.clone().text();
    await cache.put(pageKey(url), response);
    for (const file of findLinkedFiles(html, url)) await keepFile(cache, file, origin, files);
  }
}

/** Keeps a language: its pages, most needed first, its search and its diagnosis. Ends at once when that was done before. */
export async function keepLanguage(cache: Cache, lang: Language, origin: string): Promise<void> {
  if (await cache.match(markerOf(lang))) return;
  const answer = await fetch(readingListPath(lang), { cache: 'no-cache' });
  // The site writes the list itself, in this form.
  const { pages } = (await answer.json()) as ReadingList;
  await keepPages(cache, pages.slice(0, MOST_PAGES), origin);
  await keepIndex(cache, lang);
  await keepFresh(cache, diagnosisFiles(lang));
  await cache.put(markerOf(lang), new Response(''));
}

/** Whether a cache has a whole language. */
export async function hasLanguage(cache: Cache, lang: Language): Promise<boolean> {
  return (await cache.match(markerOf(lang))) !== undefined;
}

function markerOf(lang: Language): string {
  return `/offline/kept-${lang}`;
}

async function keepIndex(cache: Cache, lang: Language): Promise<void> {
  const folder = '/search-data/';
  const door = await fetch(`${folder}${lang}.json`, { cache: 'no-cache' });
  if (!door.ok) return;
  const parts = findIndexParts(await door.clone().json()).slice(0, MOST_INDEX_PARTS);
  for (const part of parts) {
    if (await cache.match(folder + part)) continue;
    const response = await fetch(folder + part);
    if (response.ok) await cache.put(folder + part, response);
  }
  // A site without a model has none of them.
  await keepFresh(
    cache,
    meaningFiles(lang).map((file) => folder + file),
  );
  // Last, so that a door that is kept never opens on parts that are not.
  await cache.put(`${folder}${lang}.json`, door);
}

/** What every query by meaning needs; the rows of its words are kept as they are fetched. */
function meaningFiles(lang: Language): string[] {
  return [`${lang}.vectors`, 'model/index.json', 'model/common.bin'];
}

/** What the diagnosis asks by, on its page and beside any other; the steps are in the guides, which are kept. */
function diagnosisFiles(lang: Language): string[] {
  return [
    `/diagnosa-data/${lang}.json`,
    '/diagnosa-data/urgent.json',
    `/diagnosa-data/ladder-${lang}.json`,
    '/contacts.json',
    `/widget-data/${lang}.json`,
  ];
}

/** Keeps files whose names stay when their content changes; those that are not there are left out. */
async function keepFresh(cache: Cache, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const response = await fetch(path, { cache: 'no-cache' });
    if (response.ok) await cache.put(path, response);
  }
}

async function keepFile(cache: Cache, path: string, origin: string, seen: Set<string>): Promise<void> {
  if (seen.has(path)) return;
  seen.add(path);
  const kept = await cache.match(path);
  const response = kept ?? (await fetch(path));
  if (!response.ok) return;
  if (!kept) await cache.put(path, response.clone());
  if (!/\.(css|js)$/.test(path)) return;
  for (const linked of findLinkedFiles(await response.text(), new URL(path, origin))) {
    await keepFile(cache, linked, origin, seen);
  }
}
