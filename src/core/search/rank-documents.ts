import lunr from 'lunr';
import { rarity, WEIGHT_LEVELS, type Posting } from './weigh-terms.ts';

/** A guide by its number in the index, with its score for a query, above 0. */
export interface RankedDocument {
  readonly document: number;
  readonly score: number;
}

/** A term of a query with everything that ranking needs of it. */
interface WeighedTerm {
  readonly term: string;
  readonly boost: number;
  readonly rarity: number;
  readonly postings: readonly Posting[];
}

const FIELD = 'guide';
/** With this many guides found by the terms that tell most, commoner terms only order them. */
const CANDIDATES = 300;

/**
 * The guides that have at least one of the weighted terms, best first; ties keep index order.
 * lunr ranks, over an index that holds only the postings that this query touches: its score is a
 * sum over shared terms, so the rest of the index cannot change it. Where hundreds of guides match,
 * those that share only the commonest words are left out ("continue", Moffat and Zobel 1996).
 */
export function rankDocuments(
  weights: ReadonlyMap<string, number>,
  postingsOf: (term: string) => readonly Posting[],
  documentCount: number,
): RankedDocument[] {
  const terms = [...weights].map(([term, boost]): WeighedTerm => {
    const postings = postingsOf(term);
    return { term, boost, rarity: rarity(postings.length, documentCount), postings };
  });
  const found = keepCandidates(terms.filter(({ postings }) => postings.length > 0));
  if (found.length === 0) return [];
  const length = Math.hypot(...found.map(({ boost }) => boost));
  return openPartIndex(found)
    .query((query) => {
      for (const { term, boost } of found) query.term(term, { boost, usePipeline: false });
    })
    .map(({ ref, score }) => ({ document: Number(ref), score: score * length }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

function keepCandidates(terms: readonly WeighedTerm[]): WeighedTerm[] {
  const tellingFirst = [...terms].sort(
    (a, b) => b.boost * b.rarity - a.boost * a.rarity || (a.term < b.term ? -1 : 1),
  );
  const candidates = new Set<number>();
  return tellingFirst.flatMap((term) => {
    if (candidates.size < CANDIDATES) {
      for (const { document } of term.postings) candidates.add(document);
      return [term];
    }
    const postings = term.postings.filter(({ document }) => candidates.has(document));
    return postings.length === 0 ? [] : [{ ...term, postings }];
  });
}

/** The published types leave out how lunr makes a token set from words in order. */
const lunrTokenSet = lunr.TokenSet as unknown as { fromArray(words: readonly string[]): lunr.TokenSet };

function openPartIndex(terms: readonly WeighedTerm[]): lunr.Index {
  const vectors: Record<string, lunr.Vector> = {};
  const inverted: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const ordered = [...terms].sort((a, b) => (a.term < b.term ? -1 : 1));
  for (const [index, { term, rarity, postings }] of ordered.entries()) {
    const documents: Record<string, object> = {};
    for (const { document, level } of postings) {
      documents[document] = {};
      (vectors[`${FIELD}/${String(document)}`] ??= new lunr.Vector([])).insert(
        index,
        (rarity * level) / WEIGHT_LEVELS,
      );
    }
    inverted[term] = { _index: index, [FIELD]: documents };
  }
  // The published types name the fields of lunr 0; lunr 2 reads `fieldVectors`.
  return new lunr.Index({
    fields: [FIELD],
    fieldVectors: vectors,
    invertedIndex: inverted,
    tokenSet: lunrTokenSet.fromArray(ordered.map(({ term }) => term)),
    pipeline: new lunr.Pipeline(),
  } as unknown as lunr.Index.Attributes);
}
