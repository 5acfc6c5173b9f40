import { describe, expect, test } from 'vitest';
import { findSecrets } from './find-secrets.ts';

describe('findSecrets', () => {
  test.each([
    ['otp 482913', ['otp']],
    ['my PIN is 3391', ['pin']],
    ['kartu 4111111111111111 cvv 123', ['card', 'cvv']],
    ['pw nya kucinghitam77', ['password']],
    ['nik 9921014506990003, hp 081200000001', []],
    ['OTP saya tidak masuk', []],
    ['pin dulu 112233 trs diganti 445566', ['pin', 'pin']],
    ['pasw0rd: Contoh88!', ['password']],
    ['kode otp belum masuk 2x24 jam, tiket 88123456', []],
    ['password di aplikasi versi 2.3.1 salah terus', []],
    ['nomor pesanan 4812345678901234 belum sampai', []],
  ])('%s', (text, kinds) => {
    expect(findSecrets(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('points into the text as it was written', () => {
    const text = 'ini 🙂 otp ４８２９１３ ya';
    const [secret] = findSecrets(text);
    expect(text.slice(secret?.start, secret?.end)).toBe('４８２９１３');
  });
});
