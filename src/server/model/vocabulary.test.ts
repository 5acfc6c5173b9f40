import { describe, expect, it } from 'vitest';
import { learnVocabulary, openPieces } from './vocabulary.ts';

const COUNTS = new Map([
  ['transfer', 90],
  ['kirim', 80],
  ['kiriman', 9],
  ['transferan', 8],
  ['kirimnya', 7],
  ['transfernya', 6],
  ['2fa', 99],
]);

describe('learnVocabulary', () => {
  const pieces = learnVocabulary(COUNTS, { words: 2, continuations: 40 });

  it('keeps the most frequent words, and what is most often left of the others', () => {
    expect(pieces).toEqual(expect.arrayContaining(['transfer', 'kirim', '##an', '##nya']));
    expect(pieces).not.toContain('kiriman');
  });

  it('can write any word with letters and digits', () => {
    expect(pieces).toEqual(expect.arrayContaining(['a', 'z', '##a', '##z', '0', '9']));
  });

  it('is in order of code units, each piece once', () => {
    expect(pieces).toEqual([...new Set(pieces)].sort());
  });
});

describe('openPieces', () => {
  const pieces = learnVocabulary(COUNTS, { words: 3, continuations: 40 });
  const find = openPieces(pieces);
  const split = (word: string, apart?: boolean) => find(word, apart).map((row) => pieces[row]);

  it.each([
    ['kiriman', ['kiriman'], false],
    ['kiriman', ['kirim', '##an'], true],
    ['transfernya', ['transfer', '##nya'], false],
    ['qx', ['q', '##x'], false],
    ['漢字', [], false],
  ])('reads %j as %j (apart: %s)', (word, expected, apart) => {
    expect(split(word, apart)).toEqual(expected);
  });
});
