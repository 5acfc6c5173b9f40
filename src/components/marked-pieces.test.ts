import { expect, test } from 'vitest';
import { markedPieces } from './marked-pieces.ts';

const shown = (text: string, marks: [number, number][]) =>
  markedPieces({ text, marks })
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join('');

test.each([
  ['kode OTP belum masuk', [[5, 8]], 'kode [OTP] belum masuk'],
  [
    'kode OTP',
    [
      [0, 4],
      [5, 8],
    ],
    '[kode] [OTP]',
  ],
  ['kode OTP', [], 'kode OTP'],
  ['', [], ''],
] as [string, [number, number][], string][])('cuts "%s" at its marks', (text, marks, expected) => {
  expect(shown(text, marks)).toBe(expected);
});
