import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countErrors, likenessOf } from './typo.ts';

describe('likenessOf', () => {
  it.each([
    ['krtu', 'kartu', 'vowels left out'],
    ['vrifikasi', 'verifikasi', 'a vowel left out'],
    ['pmbyrn', 'pembayaran', 'all vowels left out'],
    ['trasfer', 'transfer', 'a letter missing'],
    ['tranfser', 'transfer', 'letters swapped'],
    ['rekenning', 'rekening', 'a letter too many'],
    ['aplikasu', 'aplikasi', 'another letter'],
    ['verivikais', 'verifikasi', 'two errors in a long word'],
  ])('takes %s for %s (%s)', (written, word) => {
    expect(likenessOf(written, word)).toBeGreaterThan(0);
  });

  it.each([
    ['kode', 'kota', 'a short word'],
    ['saldo', 'saldo', 'the same word'],
    ['kirim', 'terima', 'two errors in five letters'],
    ['tr', 'transfer', 'too few consonants'],
    ['bnk', 'tank', 'another first letter'],
    ['akun', 'akan', 'a short word'],
  ])('does not take %s for %s (%s)', (written, word) => {
    expect(likenessOf(written, word)).toBe(0);
  });

  it('trusts one error more than two', () => {
    expect(likenessOf('verivikasi', 'verifikasi')).toBeGreaterThan(likenessOf('verivikais', 'verifikasi'));
  });
});

describe('countErrors', () => {
  const word = fc.stringMatching(/^[abc]{0,7}$/);

  it('is a distance: zero for the same word only, the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(countErrors(a, b, 9)).toBe(countErrors(b, a, 9));
        expect(countErrors(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  it('says the same with a bound, up to the bound', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(Math.min(countErrors(a, b, most), most + 1)).toBe(Math.min(countErrors(a, b, 9), most + 1));
      }),
    );
  });
});
