import { expect, test } from 'vitest';
import { cutAtMarks, type TextPiece } from './marked-text.ts';

function show(pieces: TextPiece[]): string {
  return pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('|');
}

test.each([
  ['no marks', 'kode otp', [], 'kode otp'],
  ['an empty text', '', [], ''],
  ['a mark within', 'kode otp bank', [[5, 8]], 'kode |[otp]| bank'],
  [
    'marks at both ends',
    'otp bank',
    [
      [0, 3],
      [4, 8],
    ],
    '[otp]| |[bank]',
  ],
  [
    'marks that overlap',
    'kode otp',
    [
      [0, 6],
      [4, 8],
    ],
    '[kode o]|[tp]',
  ],
  ['a mark beyond the end', 'otp', [[0, 99]], '[otp]'],
  ['a mark that ends before it starts', 'otp', [[2, 1]], 'ot|p'],
] as const)('cuts %s', (_, text, marks, expected) => {
  expect(show(cutAtMarks({ text, marks }))).toBe(expected);
});
