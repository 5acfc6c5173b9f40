import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { stemIndonesian } from './stem-indonesian.ts';

const lexicon = z.object({ roots: z.array(z.string()) });
const roots = new Set(lexicon.parse(parse(readFileSync('content/lexicon/id.yaml', 'utf8'))).roots);

describe('stemIndonesian', () => {
  it.each([
    ['terima', 'diterima menerima penerima penerimaan terimanya nerima keterima diterimakah'],
    ['kirim', 'dikirim mengirim pengirim pengiriman kiriman terkirim ngirim kirimin dikirimkan kirimannya'],
    ['bayar', 'pembayaran dibayar membayar bayarin terbayar pembayar dibayarkan ngebayar'],
    ['blokir', 'diblokir pemblokiran memblokir terblokir keblokir ngeblokir blokirnya diblokirkan'],
    ['masuk', 'dimasukkan kemasukan memasukkan masukin dimasukin pemasukan masuklah'],
    ['potong', 'dipotong terpotong kepotong pemotongan potongan memotong'],
    ['kembali', 'dikembalikan pengembalian mengembalikan kembalian kembaliin'],
    ['tipu', 'penipuan ditipu tertipu ketipu penipu menipu'],
    ['tolak', 'ditolak penolakan menolak ketolak'],
    ['retas', 'diretas peretas peretasan meretas'],
    ['verifikasi', 'diverifikasi memverifikasi terverifikasi verifikasinya'],
    ['ubah', 'diubah mengubah perubahan berubah ngubah'],
    ['setor', 'menyetor disetor setoran nyetor penyetoran'],
    ['tunggu', 'menunggu ditunggu nunggu nungguin'],
    ['ganti', 'diganti mengganti penggantian gantiin tergantikan'],
    ['hilang', 'kehilangan menghilang dihilangkan'],
    ['baru', 'diperbarui memperbarui pembaruan terbaru'],
    ['daftar', 'terdaftar mendaftar pendaftaran didaftarkan'],
    ['lapor', 'laporan melapor dilaporkan pelapor pelaporan'],
    ['adu', 'aduan pengaduan mengadu diadukan'],
    ['aktif', 'aktifkan diaktifkan mengaktifkan pengaktifan'],
    ['cek', 'dicek ngecek mengecek pengecekan'],
    ['tahan', 'ditahan tertahan ketahan penahanan'],
    ['tunda', 'tertunda ditunda penundaan menunda ketunda'],
  ])('brings the family of %s together: %s', (root, family) => {
    const stems = family.split(' ').map((word) => [word, stemIndonesian(word, roots)]);
    const misfits = stems.filter(([, stem]) => stem !== root);
    expect(misfits).toEqual([]);
  });

  it.each([
    'keluar',
    'perangkat',
    'petugas',
    'kedaluwarsa',
    'berhasil',
    'terjadi',
    'keluarga',
    'sekolah',
    'belanja',
    'pesan',
  ])('leaves %s whole', (word) => {
    expect(stemIndonesian(word, roots)).toBe(word);
  });

  it.each([
    ['otpnya', 'otp'],
    ['pelaku', 'laku'],
    ['zoomnya', 'zoom'],
  ])('brings %s to %s', (word, stem) => {
    expect(stemIndonesian(word, new Set([...roots, 'otp']))).toBe(stem);
  });

  it('cuts nothing but a clitic from a word that reaches no root', () => {
    expect(stemIndonesian('dikwxyzkan', roots)).toBe('dikwxyzkan');
    expect(stemIndonesian('qwertynya', roots)).toBe('qwerty');
  });
});
