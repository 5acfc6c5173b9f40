import { likenessOf } from '../text/browser.ts';
import type { AnalysedWord, Analyser } from './analyse.ts';

/** Why a term stands for a word of the query. */
export type MatchKind = 'form' | 'root' | 'related' | 'sector' | 'typo' | 'prefix';

/** A term that the index has, standing for a word of the query with a weight of 0–1. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
  readonly kind: MatchKind;
}

/** A word of the query with the terms that stand for it; none when the index knows nothing like it. */
export interface QueryWord {
  readonly written: string;
  /** What the analysis made of it. */
  readonly forms: readonly string[];
  readonly terms: readonly QueryTerm[];
}

/** What the expansion asks of an index. */
export interface Vocabulary {
  /** Number of guides with the term; 0 for an unknown one. */
  frequency(term: string): number;
  /** The terms among which variants of this word would stand. */
  near(word: string): Iterable<string>;
}

/** How much each kind of match counts; chosen by `npm run eval`, flat around these values. */
const WEIGHTS = { form: 1, root: 0.7, related: 0.3, sector: 0.7, prefix: 0.5 };
const MOST_TYPOS = 3;
const MOST_PREFIXES = 8;
const SHORTEST_PREFIX = 2;

/**
 * The terms of the index for each word of a query: its form and root; related words; for a word that
 * the index does not know, the likeliest typing errors; and for the last word, when `isTyping`,
 * the words that it begins.
 */
export function expandQuery(
  query: readonly AnalysedWord[],
  analyser: Pick<Analyser, 'related' | 'sectorTerm'>,
  vocabulary: Vocabulary,
  isTyping: boolean,
): QueryWord[] {
  return query.map((word, index) => {
    const exact = word.terms
      .filter((term) => vocabulary.frequency(term) > 0)
      .map((term): QueryTerm => {
        const kind = term === word.terms[0] || word.terms.length === 1 ? 'form' : 'root';
        return { term, weight: WEIGHTS[kind], kind };
      });
    const related = word.terms.flatMap((term) =>
      analyser
        .related(term)
        .filter((other) => vocabulary.frequency(other) > 0)
        .map((other): QueryTerm => ({ term: other, weight: WEIGHTS.related, kind: 'related' })),
    );
    const sector = word.terms
      .map((term) => analyser.sectorTerm(term))
      .filter((term) => term !== undefined)
      .map((term): QueryTerm => ({ term, weight: WEIGHTS.sector, kind: 'sector' }));
    const isLast = isTyping && index === query.length - 1;
    const guessed = [
      ...(isLast ? findPrefixed(word, vocabulary) : []),
      ...(exact.length + related.length + sector.length === 0 ? findTypos(word, vocabulary) : []),
    ];
    return {
      written: word.text,
      forms: word.terms,
      terms: strongest([...exact, ...related, ...sector, ...guessed]),
    };
  });
}

function findTypos(word: AnalysedWord, vocabulary: Vocabulary): QueryTerm[] {
  const written = word.terms[0] ?? word.text;
  const found: QueryTerm[] = [];
  for (const term of vocabulary.near(written)) {
    const likeness = likenessOf(written, term);
    if (likeness > 0) found.push({ term, weight: likeness, kind: 'typo' });
  }
  const order = (a: QueryTerm, b: QueryTerm) =>
    b.weight - a.weight ||
    vocabulary.frequency(b.term) - vocabulary.frequency(a.term) ||
    (a.term < b.term ? -1 : 1);
  return found.sort(order).slice(0, MOST_TYPOS);
}

function findPrefixed(word: AnalysedWord, vocabulary: Vocabulary): QueryTerm[] {
  const { text } = word;
  if (text.length < SHORTEST_PREFIX) return [];
  const begun = [...vocabulary.near(text)].filter((term) => term.startsWith(text) && term !== text);
  return begun
    .sort((a, b) => vocabulary.frequency(b) - vocabulary.frequency(a) || (a < b ? -1 : 1))
    .slice(0, MOST_PREFIXES)
    .map((term) => ({ term, weight: WEIGHTS.prefix * (text.length / term.length), kind: 'prefix' }));
}

/** Each term once, with its strongest reason. */
function strongest(terms: readonly QueryTerm[]): QueryTerm[] {
  const best = new Map<string, QueryTerm>();
  for (const candidate of terms) {
    const known = best.get(candidate.term);
    if (!known || candidate.weight > known.weight) best.set(candidate.term, candidate);
  }
  return [...best.values()];
}
