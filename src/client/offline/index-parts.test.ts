import { expect, test } from 'vitest';
import { findIndexParts } from './index-parts.ts';

test('finds every file that the door of an index refers to, and takes no text for one', () => {
  const door = {
    version: 1,
    sectors: [['banking', 8]],
    terms: [
      { from: 'a', part: { file: 'id-terms-1.txt' } },
      { from: 'k', part: { text: 'kode A' } },
    ],
    cards: { size: 64, parts: [{ file: 'id-cards-1.txt' }] },
    passages: [{ from: 0, part: { file: 'id-passages-1.txt' } }],
  };
  expect(findIndexParts(door)).toEqual(['id-terms-1.txt', 'id-cards-1.txt', 'id-passages-1.txt']);
});

test.each([[null], [3], ['file'], [{ file: 3 }], [[]]])('finds nothing in %j', (broken) => {
  expect(findIndexParts(broken)).toEqual([]);
});
