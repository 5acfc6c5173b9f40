import { describe, expect, test } from 'vitest';
import type { GuideForm } from './terms.ts';
import { writeInsertion } from './write-insertion.ts';

const guide = {
  title: 'Kode OTP tidak masuk',
  steps: [
    { key: 'wait', action: 'Tunggu dua menit.', detail: 'SMS sering terlambat.' },
    { key: 'ask', action: 'Minta kode lagi.', detail: 'Sekali saja.', condition: 'Hanya kalau sinyal ada' },
    { key: 'call', action: 'Hubungi bank.', detail: '', warning: 'Hati-hati' },
  ],
  firstNumber: 1,
  link: 'https://example.org/g/fcbhh9m/',
};

describe('a guide in a reply', () => {
  test.each<[GuideForm, string]>([
    ['link', 'Kode OTP tidak masuk\n\nhttps://example.org/g/fcbhh9m/'],
    [
      'short',
      'Kode OTP tidak masuk\n\n1. Tunggu dua menit.\n\n2. Minta kode lagi. (Hanya kalau sinyal ada)\n\n3. Hati-hati: Hubungi bank.\n\nhttps://example.org/g/fcbhh9m/',
    ],
    [
      'steps',
      'Kode OTP tidak masuk\n\n1. Tunggu dua menit. SMS sering terlambat.\n\n2. Minta kode lagi. (Hanya kalau sinyal ada) Sekali saja.\n\n3. Hati-hati: Hubungi bank.\n\nhttps://example.org/g/fcbhh9m/',
    ],
  ])('as %s', (form, expected) => {
    expect(writeInsertion(guide, form)).toBe(expected);
  });
});
