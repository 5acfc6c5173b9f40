import { describe, expect, test } from 'vitest';
import { splitSentences, takeSentences } from './split-sentences.ts';

describe('splitSentences', () => {
  test.each([
    ['Satu. Dua? Tiga!', ['Satu.', 'Dua?', 'Tiga!']],
    ['Selesai. [1] Lalu tunggu [2].', ['Selesai. [1]', 'Lalu tunggu [2].']],
    ['Katakan: "Tolong dicek." Catat nomornya.', ['Katakan: "Tolong dicek."', 'Catat nomornya.']],
    [
      'Bayar Rp1.000.000 ke loket, mis. hari ini. Lalu pulang.',
      ['Bayar Rp1.000.000 ke loket, mis. hari ini.', 'Lalu pulang.'],
    ],
    [
      'Penipu menulis: "Akun diblokir. Klik ini." Abaikan.',
      ['Penipu menulis: "Akun diblokir. Klik ini."', 'Abaikan.'],
    ],
    ['Ia berkata: “Kirim kode. Sekarang.” Tutup.', ['Ia berkata: “Kirim kode. Sekarang.”', 'Tutup.']],
    ['Siapkan KTP, KK, dll. Bawa semua.', ['Siapkan KTP, KK, dll. Bawa semua.']],
    ['Baris satu\n- baris dua', ['Baris satu', '- baris dua']],
    ['dikirim ke nomor berakhiran … lalu lanjut', ['dikirim ke nomor berakhiran … lalu lanjut']],
    ['  ', []],
  ])('splits %j', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});

describe('takeSentences', () => {
  test('gives the same sentences, however the text is cut into pieces', () => {
    const text = 'Minta satu kode. [1] Tunggu [2].\nKalau gagal, "ulangi." Lalu [3] lapor. [1][2] Selesai';
    for (let size = 1; size <= text.length; size++) {
      const got: string[] = [];
      let rest = '';
      for (let at = 0; at < text.length; at += size) {
        const taken = takeSentences(rest + text.slice(at, at + size));
        got.push(...taken.whole);
        rest = taken.rest;
      }
      expect([...got, ...splitSentences(rest)]).toEqual(splitSentences(text));
    }
  });
});
