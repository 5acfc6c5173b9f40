import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseWord, readWords } from './normalise.ts';

describe('normaliseWord', () => {
  it.each([
    ['OTP', 'otp', 'capitals'],
    ['masuk2', 'masuk', 'short reduplication'],
    ['MASUK2nya', 'masuk', 'short reduplication with an ending'],
    ['transfeeer', 'transfer', 'elongation'],
    ['tolooooong', 'tolong', 'elongation'],
    ['freeze', 'freeze', 'a true double letter'],
    ['2fa', '2fa', 'a digit that belongs'],
    ['e2ee', 'e2ee', 'a digit after one letter'],
    ['ｏｔｐ', 'otp', 'full-width letters'],
    ['𝗢𝗧𝗣', 'otp', 'mathematical letters'],
    ['o\u200Bt\u00ADp', 'otp', 'invisible characters'],
    ['café', 'cafe', 'marks'],
    ['cafe\u0301', 'cafe', 'combining marks'],
    ['can’t', 'cant', 'an apostrophe'],
    ["jum'at", 'jumat', 'an apostrophe'],
    ['J&T', 'jnt', 'an ampersand'],
    ['İSTANBUL', 'istanbul', 'a Turkish capital'],
  ])('turns %j into %j (%s)', (word, normal) => {
    expect(normaliseWord(word)).toBe(normal);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}2?[a-z]{0,3}$/), (word) => {
        const once = normaliseWord(word);
        expect(normaliseWord(once)).toBe(once);
      }),
    );
  });
});

describe('readWords', () => {
  it('gives offsets into the text as written', () => {
    const text = '🙏 “OTP” gak masuk2!!';
    expect(readWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['OTP', 'gak', 'masuk2']);
  });

  it('separates words at control characters and lone surrogates', () => {
    expect(readWords('otp\u0000masuk\uD800kode').map(({ text }) => text)).toEqual(['otp', 'masuk', 'kode']);
  });

  it('keeps offsets inside any text, in order, and never gives an empty word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0;
        for (const word of readWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(text.length);
          expect(word.text).not.toBe('');
          last = word.end;
        }
      }),
    );
  });

  it('cuts a word that no language has', () => {
    expect(readWords('ab'.repeat(10_000))[0]?.text.length).toBe(40);
  });
});
