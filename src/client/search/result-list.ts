import type { SearchHit, SearchResponse } from '../../core/search/browser.ts';

/** The suggestions under a search box and which of them is chosen. A value; {@link advanceList} makes the next one. */
export interface ResultList {
  readonly options: readonly SearchHit[];
  /** True when the likeliest reading is that no guide fits; the options are then the nearest. */
  readonly outOfScope: boolean;
  /** The query that the options answer; undefined before the first answer. */
  readonly query: string | undefined;
  /** Index of the chosen row: an option, `options.length` for "see all results", or -1 for none. */
  readonly active: number;
  /** The reader points at a row or has chosen one since the last keystroke: no row may move. */
  readonly isHeld: boolean;
}

export type ResultListEvent =
  | { readonly kind: 'typed' }
  | { readonly kind: 'pointed' }
  | { readonly kind: 'answered'; readonly response: SearchResponse }
  | { readonly kind: 'moved'; readonly to: 'next' | 'previous' | 'first' | 'last' }
  | { readonly kind: 'released' };

export const EMPTY_LIST: ResultList = {
  options: [],
  outOfScope: false,
  query: undefined,
  active: -1,
  isHeld: false,
};

/** A list that is held grows to this many options at most. */
const MOST_OPTIONS = 12;

/**
 * The list after an event. A row that the reader may be about to take keeps its place: while the list
 * is held, and when a second answer to the same query arrives, new guides only join at the end.
 * `released` means that the reader went back to the words.
 */
export function advanceList(list: ResultList, event: ResultListEvent): ResultList {
  switch (event.kind) {
    case 'typed':
      return { ...list, active: -1, isHeld: false };
    case 'released':
      return { ...list, active: -1 };
    case 'pointed':
      return list.isHeld ? list : { ...list, isHeld: true };
    case 'moved':
      return { ...list, active: move(list, event.to), isHeld: true };
    case 'answered':
      return answer(list, event.response);
  }
}

function answer(list: ResultList, response: SearchResponse): ResultList {
  const { query, outOfScope, results } = response;
  if (list.options.length > 0 && (list.isHeld || list.query === query)) {
    const known = new Set(list.options.map(({ id }) => id));
    const more = results.filter(({ id }) => !known.has(id)).slice(0, MOST_OPTIONS - list.options.length);
    const options = more.length === 0 ? list.options : [...list.options, ...more];
    // "See all" stays chosen although its number grew.
    const active = list.active === list.options.length ? options.length : list.active;
    return { ...list, options, active };
  }
  return { ...list, options: results, outOfScope, query, active: -1 };
}

function move({ options, active }: ResultList, to: 'next' | 'previous' | 'first' | 'last'): number {
  const last = options.length;
  switch (to) {
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'next':
      return active >= last ? 0 : active + 1;
    case 'previous':
      return active <= 0 ? last : active - 1;
  }
}
