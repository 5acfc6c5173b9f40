import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likenessOf } from '../../core/text/browser.ts';
import { misspellingsOf } from './misspellings.ts';

const letter = fc.integer({ min: 97, max: 122 }).map((code) => String.fromCharCode(code));
const word = fc.array(letter, { minLength: 5, maxLength: 16 }).map((letters) => letters.join(''));

describe('misspellings', () => {
  test('are one error away, each of them, and never the word itself', () => {
    fc.assert(
      fc.property(word, (one) => {
        const found = misspellingsOf(one);
        expect(new Set(found).size).toBe(found.length);
        for (const other of found) expect(likenessOf(one, other)).toBeGreaterThanOrEqual(0.7);
      }),
    );
  });

  test('leave none out', () => {
    expect(misspellingsOf('saldo')).toEqual(
      expect.arrayContaining(['aldo', 'sald', 'asldo', 'sadlo', 'saldp', 'xsaldo', 'saldox', 'xaldo']),
    );
    // 5 letters missing, 4 swapped, 5 × 25 changed, 6 × 26 added of which 5 are the same twice.
    expect(misspellingsOf('saldo')).toHaveLength(5 + 4 + 125 + 151);
  });

  test.each(['', 'kode', 'a'.repeat(17), '12345', 'kode1'])('are not looked for in %j', (text) => {
    expect(misspellingsOf(text)).toEqual([]);
  });
});
