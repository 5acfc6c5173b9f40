import lunr from 'lunr';
import { rarity, WEIGHT_LEVELS, type Posting } from './weigh-terms.ts';

/** A guide by its number in the index, with its score for a query, above 0. */
export interface RankedDocument {
  readonly document: number;
  readonly score: number;
}

const FIELD = 'guide';

/** The published types leave out how lunr makes a token set from words in order. */
const lunrTokenSet = lunr.TokenSet as unknown as { fromArray(words: readonly string[]): lunr.TokenSet };

/**
 * The guides that have at least one of the weighted terms, best first; ties keep index order.
 * lunr ranks, over an index that holds only the postings that this query touches: its score is a
 * sum over shared terms, so the rest of the index cannot change it.
 */
export function rankDocuments(
  weights: ReadonlyMap<string, number>,
  postingsOf: (term: string) => readonly Posting[],
  documentCount: number,
): RankedDocument[] {
  const terms = [...weights.keys()].filter((term) => postingsOf(term).length > 0).sort();
  if (terms.length === 0) return [];
  const length = Math.hypot(...terms.map((term) => weights.get(term) ?? 0));
  return openPartIndex(terms, postingsOf, documentCount)
    .query((query) => {
      for (const term of terms) query.term(term, { boost: weights.get(term) ?? 0, usePipeline: false });
    })
    .map(({ ref, score }) => ({ document: Number(ref), score: score * length }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

function openPartIndex(
  terms: readonly string[],
  postingsOf: (term: string) => readonly Posting[],
  documentCount: number,
): lunr.Index {
  const vectors: Record<string, lunr.Vector> = {};
  const inverted: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [index, term] of terms.entries()) {
    const postings = postingsOf(term);
    const weight = rarity(postings.length, documentCount) / WEIGHT_LEVELS;
    const documents: Record<string, object> = {};
    for (const { document, level } of postings) {
      documents[document] = {};
      (vectors[`${FIELD}/${String(document)}`] ??= new lunr.Vector([])).insert(index, weight * level);
    }
    inverted[term] = { _index: index, [FIELD]: documents };
  }
  // The published types name the fields of lunr 0; lunr 2 reads `fieldVectors`.
  return new lunr.Index({
    fields: [FIELD],
    fieldVectors: vectors,
    invertedIndex: inverted,
    tokenSet: lunrTokenSet.fromArray(terms),
    pipeline: new lunr.Pipeline(),
  } as unknown as lunr.Index.Attributes);
}
