import type { Language } from '../../core/article/browser.ts';

/** The address of the file with what the engine knows, for readers of a language. */
export function guideData(lang: Language): string {
  return `/diagnosa-data/${lang}.json`;
}

/** The address of the file by which danger is heard, for all readers. */
export const URGENT_DATA = '/diagnosa-data/urgent.json';
