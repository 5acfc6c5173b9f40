import { expect, test } from 'vitest';
import { drawTable, formatBytes, formatMs } from './table.ts';

test('a table aligns words left and numbers right', () => {
  expect(
    drawTable(
      ['engine', 'size'],
      [
        ['Pandu', '9 B'],
        ['MiniSearch', '1.2 kB'],
      ],
    ),
  ).toBe(
    [
      '| engine     |   size |',
      '| ---------- | -----: |',
      '| Pandu      |    9 B |',
      '| MiniSearch | 1.2 kB |',
    ].join('\n'),
  );
});

test.each([
  [999, '999 B'],
  [40_249, '40.2 kB'],
  [3_414_000, '3.41 MB'],
])('%d bytes read %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

test.each([
  [0.314, '0.31 ms'],
  [12.44, '12.4 ms'],
  [3200, '3.2 s'],
])('%d milliseconds read %s', (ms, text) => {
  expect(formatMs(ms)).toBe(text);
});
