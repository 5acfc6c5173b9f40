import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTerms, decodeTerms, encodeTerms, shelfMark } from './term-shard.ts';
import { WEIGHT_LEVELS, type Posting } from './weigh-terms.ts';

const term = fc.stringMatching(/^@?[a-z0-9éß]{1,45}$/);
const postings = fc
  .uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 12 })
  .chain((documents) =>
    fc.tuple(
      ...documents
        .sort((a, b) => a - b)
        .map((document) =>
          fc.record({ document: fc.constant(document), level: fc.integer({ min: 1, max: WEIGHT_LEVELS }) }),
        ),
    ),
  );

describe('encodeTerms', () => {
  it('is undone by decodeTerms, whatever the terms and postings', () => {
    fc.assert(
      fc.property(fc.dictionary(term, postings, { maxKeys: 20 }), (entries) => {
        const ordered = Object.entries(entries).sort(([a], [b]) => compareTerms(a, b));
        expect([...decodeTerms(encodeTerms(ordered))]).toEqual(ordered);
      }),
    );
  });

  it('takes few bytes: a letter or two for a term like the one before, one for the next guide', () => {
    const next: Posting[] = [
      { document: 0, level: 20 },
      { document: 1, level: 1 },
    ];
    expect(
      encodeTerms([
        ['kirim', next],
        ['kiriman', next],
      ]),
    ).toBe('0kirim TA\n5an TA');
  });

  it('refuses a line without a term', () => {
    expect(() => decodeTerms('broken')).toThrow(RangeError);
  });
});

describe('shelfMark', () => {
  it.each([
    ['krtu', 'kartu'],
    ['trnsfr', 'transfer'],
    ['verfikasi', 'verifikasi'],
  ])('puts %s where %s stands', (written, word) => {
    expect(shelfMark(written)).toBe(shelfMark(word));
  });

  it('puts the beginning of a word before the word', () => {
    expect(shelfMark('transfer').startsWith(shelfMark('trans'))).toBe(true);
  });
});
