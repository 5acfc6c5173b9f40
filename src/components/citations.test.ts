import { expect, test } from 'vitest';
import { citedSlugs, splitCitations } from './citations.ts';

test('splits a text into words and sources, in order', () => {
  expect(splitCitations('Lapor dulu.[^a][^b-2] Lalu tunggu.')).toEqual([
    { text: 'Lapor dulu.' },
    { text: '', slug: 'a' },
    { text: '', slug: 'b-2' },
    { text: ' Lalu tunggu.' },
  ]);
});

test('counts a source once, where it is first mentioned', () => {
  expect(citedSlugs(['x[^b] y[^a]', 'z[^b][^c]'])).toEqual(['b', 'a', 'c']);
});
