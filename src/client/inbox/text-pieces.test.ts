import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textPieces } from './text-pieces.ts';

const SITE = 'https://example.org';
const links = (text: string) =>
  textPieces(text, [SITE]).flatMap(({ path }) => (path === undefined ? [] : [path]));

describe('what somebody wrote', () => {
  test.each([
    ['an address of a guide', `lihat ${SITE}/g/fcbhh9m/ ya`, ['/g/fcbhh9m/']],
    ['one of a step, in English', `${SITE}/en/g/fcbhh9m/#wait`, ['/en/g/fcbhh9m/#wait']],
    ['one at the end of a sentence', `Buka ${SITE}/g/fcbhh9m.`, ['/g/fcbhh9m']],
    ['two', `${SITE}/g/aaaa/ ${SITE}/g/bbbb/`, ['/g/aaaa/', '/g/bbbb/']],
  ])('links %s', (_, text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test.each([
    'https://example.com/g/fcbhh9m/',
    'https://example.org.example.com/g/fcbhh9m/',
    'https://example.org@example.com/g/fcbhh9m/',
    'https://a@example.org/g/fcbhh9m/',
    'https://example.org/agent/api/auth/sign-out',
    'https://example.org/g/fcbhh9m/?next=//example.com',
    'https://example.org/g/../agent/',
    'javascript:alert(1)',
    'https://',
  ])('does not link %s', (text) => {
    expect(links(text)).toEqual([]);
  });

  test('is all there, in its order', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant(` ${SITE}/g/fcbhh9m/ `))), (parts) => {
        const text = parts.join('');
        expect(
          textPieces(text, [SITE])
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
