import { describe, expect, it } from 'vitest';
import { createAnalyser } from './analyse.ts';
import { choosePassage } from './choose-passage.ts';

const analyser = createAnalyser({
  lang: 'id',
  informal: { transfer: 'tf' },
  functionWords: 'dan di',
  related: [],
  sectors: {},
  roots: 'kirim terima',
});

const read = (texts: readonly string[]) =>
  texts.map((text, place) => ({ anchor: `p${place}`, text, words: analyser.analyse(text) }));

function choose(
  texts: readonly string[],
  importance: Record<string, number>,
  marked = Object.keys(importance),
) {
  return choosePassage(read(texts), new Map(Object.entries(importance)), new Set(marked));
}

describe('choosePassage', () => {
  it('takes the passage with the most telling words, not the most words', () => {
    const { anchor } = choose(['akun akun akun saldo', 'kode otp'], { akun: 0.5, saldo: 0.5, otp: 3 });
    expect(anchor).toBe('p1');
  });

  it('takes the shorter of two that say the same', () => {
    expect(choose(['otp lalu banyak lagi kata yang lain sama sekali', 'otp saja'], { otp: 1 }).anchor).toBe(
      'p1',
    );
  });

  it('takes the first when none matches, unmarked', () => {
    expect(choose(['satu', 'dua'], { otp: 1 })).toEqual({ anchor: 'p0', text: 'satu', marks: [] });
  });

  it.each([
    [
      'the family of a word',
      'Barang DIKIRIM, lalu pengirimannya dilacak.',
      { kirim: 1 },
      ['DIKIRIM', 'pengirimannya'],
    ],
    ['slang', 'Cek tf-nya dulu', { transfer: 1 }, ['tf']],
    ['words beside emoji and marks', '🙏🙏 ké͏de 👉otp👈', { otp: 1 }, ['otp']],
  ])('marks %s as it is written', (_, text, importance, words) => {
    expect(choose([text], importance).marks.map(([start, end]) => text.slice(start, end))).toEqual(words);
  });

  it('marks only what it is told to', () => {
    expect(choose(['otp dan saldo'], { otp: 1, saldo: 1 }, ['saldo']).marks).toEqual([[8, 13]]);
  });

  it('is empty without passages', () => {
    expect(choose([], { otp: 1 })).toEqual({ anchor: '', text: '', marks: [] });
  });
});
