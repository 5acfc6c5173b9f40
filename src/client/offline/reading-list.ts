import type { Language } from '../../core/article/browser.ts';

/** The pages of a language that are kept for reading offline. */
export interface ReadingList {
  /** Paths, the most needed first. */
  readonly pages: readonly string[];
}

/** Where the site keeps the reading list of a language. */
export function readingListPath(lang: Language): string {
  return `/offline/${lang}.json`;
}
