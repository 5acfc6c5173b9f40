import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSupported } from './check-support.ts';
import { claimingWords } from './wording-token.ts';

const PASSAGES = {
  id: [
    'Minta satu kode, lalu tunggu sampai hitung mundurnya habis. Permintaan baru biasanya mematikan kode sebelumnya.',
    'Pengaduan tertulis dijawab dalam 10 hari kerja sejak dokumen lengkap. Petugas tidak pernah meminta OTP.',
    'Kalau statusnya gagal, minta uangnya dikembalikan ke rekening asal. Jangan mengirim dua kali.',
  ],
  en: [
    'Ask for one code and wait until the countdown ends. A new request usually kills the code before it.',
    'It must answer within 10 working days of the documents being complete. Staff never ask for an OTP.',
    "If the status is failed, ask for the money to be returned to the account it came from. Don't send twice.",
  ],
} as const;
const INTRUDERS = ['tidak', 'not', 'selalu', 'always', '3', 'bank', 'besok', 'tomorrow', 'ke', 'from'];

const cases = fc
  .constantFrom('id' as const, 'en' as const)
  .chain((lang) => fc.record({ lang: fc.constant(lang), passage: fc.constantFrom(...PASSAGES[lang]) }));

/** The words of one sentence of a passage. */
const wordsOf = (passage: string, at: number) =>
  (passage.split('. ')[at] ?? '').replace(/\.$/, '').split(' ');

describe('isSupported', () => {
  test('takes every sentence of a passage as it stands', () => {
    fc.assert(
      fc.property(cases, fc.nat(1), ({ lang, passage }, at) => {
        expect(isSupported(wordsOf(passage, at).join(' '), passage, lang)).toBe(true);
      }),
    );
  });

  test('takes none with a claiming word left out, put in, or moved', () => {
    fc.assert(
      fc.property(
        cases,
        fc.nat(1),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...INTRUDERS),
        ({ lang, passage }, at, first, second, intruder) => {
          const words = wordsOf(passage, at);
          const [one, two] = [first % words.length, second % words.length];
          const swapped = words.map((word, place) =>
            place === one ? (words[two] ?? word) : place === two ? (words[one] ?? word) : word,
          );
          const changed = [
            words.filter((_, place) => place !== one),
            [...words.slice(0, one), intruder, ...words.slice(one)],
            swapped,
          ];
          for (const variant of changed) {
            const text = variant.join(' ');
            const claims = claimingWords(text, lang).join(' ');
            // Only fillers were touched, or words that are alike; or a part is left that stands by itself.
            if (claims === claimingWords(words.join(' '), lang).join(' ') || claims === 'minta satu kode')
              continue;
            expect(isSupported(text, passage, lang), text).toBe(false);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('joins statements that stand side by side, and no others', () => {
    const passage = 'Buka riwayat. Lihat statusnya. Catat jamnya. Lapor ke bank.';
    expect(isSupported('Buka riwayat, lihat statusnya, lalu catat jamnya.', passage, 'id')).toBe(true);
    expect(isSupported('Buka riwayat dan catat jamnya.', passage, 'id')).toBe(false);
    expect(isSupported('Lihat statusnya dan buka riwayat.', passage, 'id')).toBe(false);
    expect(isSupported('Buka riwayat, lihat statusnya, catat jamnya, lapor ke bank.', passage, 'id')).toBe(
      false,
    );
  });
});
