import { describe, expect, test } from 'vitest';
import { citedPlaces, replyPieces } from './reply-pieces.ts';

const place = (url: string, anchor = '') => ({ id: 'banking/a', url, anchor });

describe('replyPieces', () => {
  test('makes numbers into places on this site', () => {
    expect(
      replyPieces({ text: 'Cek mutasi. [1] Tunggu. [1]', citations: [place('/banking/a/', 'langkah')] }),
    ).toEqual([
      'Cek mutasi. ',
      { number: 1, id: 'banking/a', href: '/banking/a/#langkah' },
      ' Tunggu. ',
      { number: 1, id: 'banking/a', href: '/banking/a/#langkah' },
    ]);
  });

  test.each([
    'https://example.org/',
    '//example.org/',
    '/\\example.org/',
    'javascript:alert(1)',
    '/banking/a/?next=//example.org',
    '',
  ])('leaves out a number that leads to %j', (url) => {
    expect(replyPieces({ text: 'Cek mutasi [1].', citations: [place(url)] })).toEqual(['Cek mutasi', '.']);
  });

  test('leaves out a number that counts no place, and an anchor that is none', () => {
    expect(replyPieces({ text: 'Cek [7]', citations: [] })).toEqual(['Cek']);
    const [, number] = replyPieces({ text: 'Cek [1]', citations: [place('/a/b/', '"><b>')] });
    expect(number).toMatchObject({ href: '/a/b/' });
  });

  test('names each place once, in order', () => {
    const citations = [place('/a/b/'), place('/c/d/')];
    expect(citedPlaces({ text: 'x [2] y [1] z [2]', citations }).map(({ number }) => number)).toEqual([1, 2]);
  });
});
