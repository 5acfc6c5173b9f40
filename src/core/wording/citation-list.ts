import { guidePath, type Article } from '../article/browser.ts';
import type { Citation } from './reply.ts';

/** Gives the number of a place in brackets: "[1]". */
export type Cite = (article: Pick<Article, 'id' | 'lang'>, anchor?: string) => string;

/** An empty list of the places that a reply rests on: each stands in it once, in the order of first mention. */
export function citationList(): { readonly cite: Cite; readonly citations: readonly Citation[] } {
  const citations: Citation[] = [];
  return {
    citations,
    cite({ id, lang }, anchor = '') {
      const known = citations.findIndex((one) => one.id === id && one.anchor === anchor);
      const place = known >= 0 ? known : citations.push({ id, url: guidePath(id, lang), anchor }) - 1;
      return `[${place + 1}]`;
    },
  };
}
