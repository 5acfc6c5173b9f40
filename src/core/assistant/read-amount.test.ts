import { describe, expect, test } from 'vitest';
import { largestAmount } from './read-amount.ts';

describe('largestAmount', () => {
  test.each([
    ['transfer 5 juta belum masuk', 5_000_000],
    ['saya kirim Rp2.500.000 kemarin', 2_500_000],
    ['Rp 2.500.000,00 tercatat', 2_500_000],
    ['ilang 10jt', 10_000_000],
    ['kurang lebih 10jtan gitu', 10_000_000],
    ['1,5 juta', 1_500_000],
    ['2.5 jt', 2_500_000],
    ['1jt500 buat kos', 1_500_000],
    ['cuma 700rb', 700_000],
    ['my 500k is gone', 500_000],
    ['2 million rupiah', 2_000_000],
    ['IDR 325,000 promised', 325_000],
    ['saldo 12 miliar', 12_000_000_000],
    ['3.200.000 hilang', 3_200_000],
    ['transfer 5000000', 5_000_000],
    ['lima juta', 5_000_000],
    ['sejuta', 1_000_000],
    ['dua juta lima ratus ribu', 2_500_000],
    ['dua puluh lima juta', 25_000_000],
    ['dua ratus lima puluh juta', 250_000_000],
    ['lima belas jutaan', 15_000_000],
    ['seratus juta', 100_000_000],
    ['twenty-five million rupiah', 25_000_000],
    ['a million', 1_000_000],
    ['pertama 300rb, lalu 4 juta, lalu 50 ribu', 4_000_000],
    ['RP7.000.000', 7_000_000],
  ])('%j names %i', (text, amount) => {
    expect(largestAmount(text)).toBe(amount);
  });

  test.each([
    'uang saya hilang',
    'akun saya punya 2 juta pengikut',
    'we have two million followers',
    '$2,500,000 in my account',
    '2 million dollars',
    'nomor pesanan 250123456789',
    'kode 482913',
    'jam 10.30 tanggal 12.10.2026',
    'iphone 15 pro',
    'sudah 3 hari, 2 kali telepon',
    'a good day and one question',
    'juta',
    'nomor rek 1234567890 saldo kosong',
    '',
  ])('%j names none', (text) => {
    expect(largestAmount(text)).toBeUndefined();
  });
});
