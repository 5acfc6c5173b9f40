import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData, mask } from './mask.ts';

const found = (text: string) =>
  findPersonalData(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

describe('findPersonalData', () => {
  test.each([
    ['nik gw 9921 0145 0699 0003 ga ketemu', 'nik: 9921 0145 0699 0003'],
    ['no kk aku 9910-1122-3344-0001', 'kk: 9910-1122-3344-0001'],
    ['npwp 99.888.777.6-555.000', 'npwp: 99.888.777.6-555.000'],
    ['kartu kis 0009 8765 43210 ditolak', 'bpjs: 0009 8765 43210'],
    ['X0000001 itu nomor pasporku', 'passport: X0000001'],
    ['norek 0001234567 salah', 'account: 0001234567'],
    ['bayar pakai 4111 1111 1111 1111', 'card: 4111 1111 1111 1111'],
    ['3 angka di belakang kartu 321', 'cvv: 321'],
    ['otp nya 4 8 2 9 1 3 kok salah', 'otp: 4 8 2 9 1 3'],
    ['pin sy satu dua tiga empat', 'pin: satu dua tiga empat'],
    ['gue pake password "kopi susu 2 gelas"', 'password: kopi susu 2 gelas'],
    ['hp nol delapan satu dua 0000 0001', 'phone: nol delapan satu dua 0000 0001'],
    ['call +1 202 555 0143', 'phone: +1 202 555 0143'],
    ['uji at example dot org', 'email: uji at example dot org'],
    ['di jln melati 7 rt 1 rw 2 kec. contoh', 'address: jln melati 7 rt 1 rw 2 kec. contoh'],
    ['plat gue f 2345 qq', 'plate: f 2345 qq'],
    ['lahir di contoh, 5 Mei 1990', 'birthdate: 5 Mei 1990'],
    ['nama ibu kandung Siti Contoh salah', 'name-of-mother: Siti Contoh'],
    ['nik ９９２１０１４５０６９９０００３', 'nik: ９９２１０１４５０６９９０００３'],
    ['otp 48\u200b29\u200d13', 'otp: 48\u200b29\u200d13'],
    ['hp \u202e0812\u20110000\u20110011', 'phone: 0812\u20110000\u20110011'],
    ['otp ٤٨٢٩١٣', 'otp: ٤٨٢٩١٣'],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    'transfer Rp1.250.000 tanggal 12/11/2026 jam 08.30 belum masuk',
    'nomor pesanan 2206112345678901 dikemas',
    'tiket #4821937, resi JP1234567890',
    'call center 1500888 dan 157 sibuk',
    'otp ga masuk udah 5 menit, pin salah 3 kali',
    'pin baru harus 6 angka, password minimal 8 karakter',
    'kode error 5044, kode promo HEMAT50, kode pos 99999',
    'saldo 5000000 ilang, bayar 250.000 dua kali',
    'di jalan 3 jam, versi 4.12.0',
    'lupa password, reset link expired',
    'nama ibu kandung kok diminta',
    'buka https://example.org/cek/9921837450',
    'gate D 7 pindah ke D 11',
  ])('leaves "%s" as it is', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('tells neighbours apart', () => {
    expect(found('nik:9921014506990003,kk:9921010203040005,hp:081200000012')).toEqual([
      'nik: 9921014506990003',
      'kk: 9921010203040005',
      'phone: 081200000012',
    ]);
  });

  test('finds a secret again where it stands without its name', () => {
    expect(found('otp 482913 ga bisa. serius, 482913!')).toEqual(['otp: 482913', 'otp: 482913']);
  });
});

/** Bits of which hard messages are made. */
const BITS = [
  'nik',
  'otp nya',
  'pin',
  'password:',
  'cvv',
  'kartu',
  'rek bca',
  'hp',
  'jl. contoh',
  'no',
  'rt',
  'lahir',
  'ibu kandung',
  'paspor',
  'plat',
  '9921014506990003',
  '4111 1111 1111 1111',
  '482913',
  '4 8 2 9',
  '08',
  '0812-0000-0001',
  'satu',
  'dua',
  'x@example.org',
  'Rahasia#1',
  '"',
  '[otp]',
  '\n',
  '.',
  ',',
  '-',
  '+62',
  '12/11/1990',
  '\u200b',
  'B 1234 XYZ',
  '[',
  ']',
  '３',
];
const message = fc
  .array(fc.oneof(fc.constantFrom(...BITS), fc.string({ maxLength: 6 })), { maxLength: 25 })
  .map((bits) => bits.join(' '));

describe('mask', () => {
  test('puts the kind in the place and counts', () => {
    expect(mask('otp 482913, hp 081200000001 dan 081200000002')).toEqual({
      text: 'otp [otp], hp [phone] dan [phone]',
      counts: { otp: 1, phone: 2 },
    });
  });

  test('gives spans in order and apart, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(message, fc.string({ unit: 'binary' })), (text) => {
        let last = 0;
        for (const { start, end } of findPersonalData(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(message, (text) => {
        const once = mask(text).text;
        expect(mask(once)).toEqual({ text: once, counts: {} });
      }),
      { numRuns: 500 },
    );
  });

  test('leaves no secret behind', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 999_999 }),
        fc.constantFrom('otp', 'pin', 'kode otp nya'),
        (code, label) => {
          expect(mask(`min ${label} ${code} ga bisa, udah coba ${code} terus`).text).not.toContain(
            String(code),
          );
        },
      ),
    );
  });
});

describe('the work that masking takes', () => {
  const work = (text: string) => {
    const runs = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      mask(text);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    });
    return Math.min(...runs);
  };

  test.each([
    ['digits', '1'],
    ['spaced digits', '4 8 '],
    ['labels', 'otp pin '],
    ['secrets', 'otp 482913 '],
    ['passwords', 'pw is '],
    ['half addresses', 'jl a '],
    ['mail marks', 'a@'],
    ['dots and ats', 'a.@ '],
    ['spelt mail', 'a at b dot '],
    ['quotes', 'pw " '],
    ['names', 'ibu kandung A '],
    ['dates', 'lahir 1-1-'],
    ['number words', 'satu '],
    ['invisible characters', '\u200b'],
    ['brackets', '[otp'],
    ['odd joints', '1/'],
    ['house numbers', 'jl a no 1 '],
    ['look-alikes', 'O0l1 '],
    ['mothers', 'nama ibu '],
    ['words before a password', 'aaaaa itu '],
  ])('grows with the length of %s, not with its square', (_, unit) => {
    const text = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    work(text(2_000));
    // Eight times the text: about eight times the work when linear, sixty-four when quadratic.
    expect(work(text(16_000)) / Math.max(work(text(2_000)), 500)).toBeLessThan(30);
  });
});
