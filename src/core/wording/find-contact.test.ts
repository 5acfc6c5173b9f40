import { describe, expect, test } from 'vitest';
import { findContact } from './find-contact.ts';

describe('findContact', () => {
  test.each([
    ['Telepon 0800-0000-0000 sekarang.', 'number'],
    ['Hubungi 1500 000.', 'number'],
    ['Nomornya 0 8 0 0 0 0.', 'number'],
    ['Nomornya ０８００００００.', 'number'],
    ['Tulis ke bantuan@example.org.', 'mailbox'],
    ['Tulis ke bantuan (at) example (dot) org.', 'mailbox'],
    ['Ikuti @akun_contoh di sana.', 'handle'],
    ['Buka example.org.', 'link'],
    ['Buka https://example.org/a.', 'link'],
    ['Buka exam\u200Bple.org.', 'link'],
    ['Buka contoh titik com.', 'link'],
    ['Buka contoh[.]com.', 'link'],
    ['Buka www contoh saja.', 'link'],
    ['Tekan tautan javascript:alert.', 'link'],
    ['Transfer ke rekening 1234567890.', 'number'],
  ])('finds what is in %j', (text, kind) => {
    expect(findContact(text)).toBe(kind);
  });

  test.each([
    'Bank menjawab dalam 10 hari kerja.',
    'Langkah 2 dari 6: tunggu 30 menit, lalu ulangi.',
    'Biayanya Rp2.500 untuk tiap kiriman.',
    'Baca aturan tahun 2023.',
    'Layanan buka pukul 09.00–18.00 WIB.',
    'WhatsApp: satu nomor tiap pengajuan.',
    'Pilih cara kirim lain di layar yang sama…',
  ])('lets %j pass', (text) => {
    expect(findContact(text)).toBeUndefined();
  });
});
