import { describe, expect, test } from 'vitest';
import { findPersonalData } from './mask.ts';

const found = (text: string) =>
  findPersonalData(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

describe('personal data in the forms that people give it', () => {
  test.each([
    ['letters for digits', 'hp O812OOOOO12', 'phone: O812OOOOO12'],
    ['groups of letters for digits', 'wa 0812 oooo 0012', 'phone: 0812 oooo 0012'],
    ['digits for letters', 'P1N gw 551203', 'pin: 551203'],
    ['marks for letters', 'k@rtu 4000001234567899', 'card: 4000001234567899'],
    ['spaced labels', 'o.t.p 551203', 'otp: 551203'],
    ['labels without vowels', 'tlpn 0274 000123', 'phone: 0274 000123'],
    ['labels of two words without vowels', 'angka blkng 508', 'cvv: 508'],
    ['labels with a hyphen', 'one-time code 551203', 'otp: 551203'],
    ['where money goes', 'wis tak kirim ndek 1234509876', 'account: 1234509876'],
    [
      'a long number behind what was paid',
      'va bayar kuliah 8808 0571 2234 9016',
      'account: 8808 0571 2234 9016',
    ],
    ['a child beside its parent', 'anak ktp bapaknya ada, 11 Nov 2012', 'birthdate: 11 Nov 2012'],
    ['a login that is a password', 'the login is Hujan*Badai2', 'password: Hujan*Badai2'],
    ['labels that touch', 'NIK9921014506990003', 'nik: 9921014506990003'],
    ['unusual separators', 'kartu 4111/1111/1111/1111', 'card: 4111/1111/1111/1111'],
    ['commas between digits', 'otp 4,8,2,9,1,3', 'otp: 4,8,2,9,1,3'],
    ['a label that says what for', 'kode otp buat tarik saldo 554061', 'otp: 554061'],
    ['a label that says of what', 'pin transaksi 064745', 'pin: 064745'],
    ['a label after', '908172 itu pin atm saya', 'pin: 908172'],
    ['the words of the message that brings a code', 'kode transaksi 503783 berlaku 5 menit', 'otp: 503783'],
    ['a code given away', 'udah kasih 660192 ke dia', 'otp: 660192'],
    ['a card beside its bank', 'cc bni 4111-1111-1111-1111', 'card: 4111-1111-1111-1111'],
    [
      'an identity near a card of another kind',
      'sim card ke blokir, 9921.0145.0699.0003',
      'nik: 9921.0145.0699.0003',
    ],
    ['a phone far behind a receipt', 'resi ga gerak dari kemarin 081200000012', 'phone: 081200000012'],
    ['a holder after', 'ke 1234509876 a.n. Contoh', 'account: 1234509876'],
    ['a number abroad', 'iban GB82 WEST 1234 5698 7654 32', 'account: GB82 WEST 1234 5698 7654 32'],
    ['an insurance number by its form', '0001122334455 ga aktif', 'bpjs: 0001122334455'],
    ['a passport far from its name', 'paspor saya hilang, nomornya X-0000001', 'passport: X-0000001'],
    ['a plate in small letters', 'motor saya ab-2345-kl ilang', 'plate: ab-2345-kl'],
    ['an old date beside an identity', 'ktp atas nama Uji, 21-08-1979', 'birthdate: 21-08-1979'],
    ['a day in words', 'lahir satu januari 1990', 'birthdate: satu januari 1990'],
    ['a date before its name', '21/08/1979 tanggal lahir saya', 'birthdate: 21/08/1979'],
    ['brackets for marks', 'uji(at)example(dot)org', 'email: uji(at)example(dot)org'],
    ['a comma for a dot', 'mail uji@example,org', 'email: uji@example,org'],
    ['an address without a street', 'di Desa Contoh RT 3 RW 1', 'address: Desa Contoh RT 3 RW 1'],
    ['an address without a number', 'alamat saya Jl. Contoh Raya', 'address: Jl. Contoh Raya'],
    ['an English address', 'ship to 45 Example Avenue, Apt 3B', 'address: 45 Example Avenue, Apt 3B'],
    ['a password misspelt', 'psswrd hujan_Badai2', 'password: hujan_Badai2'],
    ['a password before its name', 'Laut-Biru77 itu password saya', 'password: Laut-Biru77'],
    ['a password of digits', 'sandi wifi 87654321', 'password: 87654321'],
    ['a password beside a mailbox', 'x / u@example.org / Rahasia77', 'password: Rahasia77'],
    ['a name in small letters', 'ibu kandung siti contohwati salah', 'name-of-mother: siti contohwati'],
    ['a name before its label', 'Siti Contoh itu nama ibu kandung saya', 'name-of-mother: Siti Contoh'],
    ['a name that answers', 'nama ibu kandungnya siapa? Sumiarsih', 'name-of-mother: Sumiarsih'],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toContain(expected);
  });

  test.each([
    ['pin dulu 112233 trs diganti 445566', ['pin: 112233', 'pin: 445566']],
    ['tgl lahir 12/05/1979 kok kebaca 05/12/1979', ['birthdate: 12/05/1979', 'birthdate: 05/12/1979']],
    ['ibu kandung di ktp Supinah di bank Sufinah', ['name-of-mother: Supinah', 'name-of-mother: Sufinah']],
    ['rek 1234567801 bukan 1234567810', ['account: 1234567801', 'account: 1234567810']],
    ['4111 1111 1111 1111, 08/27, 321', ['card: 4111 1111 1111 1111', 'cvv: 321']],
    ['kartu 4111-1111-1111-1111|08|27|321', ['card: 4111-1111-1111-1111', 'cvv: 321']],
    [
      'ibu kandung tertulis Siti Contoh seharusnya Siti Contohwati',
      ['name-of-mother: Siti Contoh', 'name-of-mother: Siti Contohwati'],
    ],
  ])('finds each of a series: %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what only looks like personal data', () => {
  test.each([
    'otp ga masuk udah telp 14045, pin diblokir tgl 12 november 2025',
    'kode gagal 1023, nik tidak padan kode 1023',
    'pin lokasi 500 m, pin salah terus padahal saldo 500000',
    'otp dari jam 08.12 ga masuk, sms dari 3346 terus',
    'token 4455 6677 8899 0011 2233 salah',
    'pesanan 2507011234567890, order 114-3941689-8772232',
    'sku KB-2201-BLK, resi 1Z999AA10123456784',
    'hubungi kami 08.00-16.00, call center 1500-888',
    'transfer 1500000000 ke bca gagal',
    'rek. listrik 512345678901 naik',
    'stuck at example.org, dm @contoh_toko99',
    'promo ulang tahun 11.11.2025, ulang tahun bank 8 Oktober',
    'tanggal lahir salah, sudah lapor tanggal 12/11/2025 dan 14/11/2025',
    'password salah, muncul "invalid credentials"',
    'password di hp samsung a54x lupa, tiket T88123',
    'my password was changed and my account is live',
    'ibu kandung saya WNA, nama ibu kandung di buku nikah beda',
    'nama ibu kandung kosong, ibu saya sakit',
    'jalan terus 3 jam, gang 3 banjir, perum peruri 2024',
    'Desa Contoh Kecamatan Contohan indah sekali',
    'era 1960-1970-an',
    'ktp 3 2 7 1 itu maksudnya kode kota',
    'nomor polis 0123456789',
  ])('leaves "%s" as it is', (text) => {
    expect(found(text)).toEqual([]);
  });
});
