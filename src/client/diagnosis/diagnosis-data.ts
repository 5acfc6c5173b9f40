import type { Language } from '../../core/article/browser.ts';

/** The address of the file with what the engine knows, for readers of a language. */
export function guideData(lang: Language): string {
  return `/diagnosa-data/${lang}.json`;
}

/** The address of the file by which danger is heard, for all readers. */
export const URGENT_DATA = '/diagnosa-data/urgent.json';

/** The address of the file about who has to answer complaints, for readers of a language. */
export function ladderData(lang: Language): string {
  return `/diagnosa-data/ladder-${lang}.json`;
}
