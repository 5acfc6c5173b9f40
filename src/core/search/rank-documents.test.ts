import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { rankDocuments } from './rank-documents.ts';
import { rarity, WEIGHT_LEVELS, type Posting } from './weigh-terms.ts';

const WORDS = ['otp', 'masuk', 'kirim', 'blokir', 'constructor', 'a1'];
const DOCUMENTS = 6;

const index = fc.array(
  fc.array(fc.integer({ min: 0, max: WEIGHT_LEVELS }), { minLength: DOCUMENTS, maxLength: DOCUMENTS }),
  {
    minLength: WORDS.length,
    maxLength: WORDS.length,
  },
);

describe('rankDocuments', () => {
  it('ranks as lunr does over the whole index', () => {
    fc.assert(
      fc.property(index, fc.subarray(WORDS, { minLength: 1 }), (levels, query) => {
        const postings = readPostings(levels);
        const ranked = rankDocuments(
          new Map(query.map((word) => [word, 0.5])),
          (word) => postings.get(word) ?? [],
          DOCUMENTS,
        );
        const whole = openWholeIndex(postings).query((clause) => {
          for (const word of query) clause.term(word, { boost: 0.5, usePipeline: false });
        });
        const length = Math.hypot(...query.filter((word) => postings.has(word)).map(() => 0.5));
        const expected = new Map(whole.map(({ ref, score }) => [Number(ref), score * length]));
        expect(new Set(ranked.map(({ document }) => document))).toEqual(new Set(expected.keys()));
        for (const { document, score } of ranked) expect(score).toBeCloseTo(expected.get(document) ?? NaN);
        for (const [place, { score }] of ranked.entries())
          expect(score).toBeLessThanOrEqual(ranked[place - 1]?.score ?? Infinity);
      }),
    );
  });

  it('lets a rare term outweigh a common one', () => {
    const postings = new Map([
      ['masuk', [0, 1, 2, 3, 4].map((document) => ({ document, level: 20 }))],
      ['otp', [{ document: 5, level: 20 }]],
    ]);
    const weights = new Map([
      ['masuk', 1],
      ['otp', 1],
    ]);
    expect(rankDocuments(weights, (term) => postings.get(term) ?? [], DOCUMENTS)[0]?.document).toBe(5);
  });

  it('finds nothing without terms', () => {
    expect(rankDocuments(new Map(), () => [], DOCUMENTS)).toEqual([]);
    expect(rankDocuments(new Map([['otp', 1]]), () => [], DOCUMENTS)).toEqual([]);
  });
});

function readPostings(levels: readonly (readonly number[])[]): Map<string, Posting[]> {
  const entries = levels.map((row, word): [string, Posting[]] => {
    return [WORDS[word] ?? '', row.flatMap((level, document) => (level === 0 ? [] : [{ document, level }]))];
  });
  return new Map(entries.filter(([, postings]) => postings.length > 0));
}

/** Loaded the way in which lunr loads an index from disk, so that nothing is shared with the code under test. */
function openWholeIndex(postings: ReadonlyMap<string, readonly Posting[]>): lunr.Index {
  const terms = [...postings].sort(([a], [b]) => (a < b ? -1 : 1));
  const vectors = Array.from({ length: DOCUMENTS }, (_, document) => [
    `guide/${document}`,
    terms.flatMap(([, list], place) => {
      const posting = list.find((candidate) => candidate.document === document);
      return posting ? [place, (rarity(list.length, DOCUMENTS) * posting.level) / WEIGHT_LEVELS] : [];
    }),
  ]);
  return lunr.Index.load({
    version: lunr.version,
    fields: ['guide'],
    fieldVectors: vectors,
    invertedIndex: terms.map(([term, list], place) => [
      term,
      { _index: place, guide: Object.fromEntries(list.map(({ document }) => [document, {}])) },
    ]),
    pipeline: [],
  });
}
