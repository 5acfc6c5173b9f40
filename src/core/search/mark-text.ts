import type { Analyser } from './analyse.ts';
import type { Passage } from './hit.ts';

/** The [start, end) offsets of the words of a text that carry one of the terms, in order. */
export function markText(text: string, terms: ReadonlySet<string>, analyser: Analyser): Passage['marks'] {
  return analyser
    .analyse(text)
    .filter((word) => word.terms.some((term) => terms.has(term)))
    .map(({ start, end }) => [start, end] as const);
}
