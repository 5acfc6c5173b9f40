import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newTextOf } from './new-text.ts';

describe('what is new in a mail', () => {
  test.each<[string, string, string]>([
    ['a mail alone', 'Halo,\n\nmasih tertunda.\n', 'Halo,\n\nmasih tertunda.'],
    [
      'Gmail in Indonesian',
      'Sudah bisa.\n\nPada Rab, 25 Nov 2026 pukul 10.00 Bantuan <desk@example.org>\nmenulis:\n\n> Coba lagi.\n> Salam\n',
      'Sudah bisa.',
    ],
    [
      'Gmail in English',
      'It works.\n\nOn Wed, Nov 25, 2026 at 10:00 AM Help <desk@example.org> wrote:\n> Try again.\n',
      'It works.',
    ],
    [
      'a heading without marks below it',
      'Belum.\n\nOn Wed, 25 Nov 2026 at 10:00, Help <desk@example.org> wrote:\nTry again.\nRegards',
      'Belum.',
    ],
    [
      'Yahoo in Indonesian',
      'Terima kasih\n\n    Pada Rabu, 25 November 2026 10.00.00 WIB, Bantuan <desk@example.org> menulis:  \n \n Coba lagi.',
      'Terima kasih',
    ],
    [
      'Outlook in English',
      'Thanks.\r\n\r\n________________________________\r\nFrom: Help <desk@example.org>\r\nSent: Wednesday\r\nTo: me\r\nSubject: Re: [#4829-1736] Transfer\r\n\r\nTry again.',
      'Thanks.',
    ],
    [
      'Outlook in Indonesian',
      'Baik.\n\nDari: Bantuan <desk@example.org>\nDikirim: Rabu\nKepada: saya\nPerihal: Transfer\n\nCoba lagi.',
      'Baik.',
    ],
    ['an old divider', 'Baik.\n-----Original Message-----\nCoba lagi.', 'Baik.'],
    ['the same in Indonesian', 'Baik.\n----- Pesan Asli -----\nCoba lagi.', 'Baik.'],
    ['a signature', 'Baik.\n-- \nSiti\nexample.org', 'Baik.'],
    ['the line of a phone', 'Baik.\n\nDikirim dari iPhone saya', 'Baik.'],
    ['the line of Outlook', 'Baik.\n\nDapatkan Outlook untuk Android', 'Baik.'],
    [
      'an answer below',
      'On Wed, Nov 25, 2026 at 10:00 AM Help <desk@example.org> wrote:\n> Which bank?\n\nBank A.',
      'Bank A.',
    ],
    [
      'answers between the lines, which keep them',
      'On Wed, Nov 25, 2026 at 10:00 AM Help <desk@example.org> wrote:\n> Which bank?\nBank A.\n> When?\nMonday.\n> Regards',
      '> Which bank?\nBank A.\n> When?\nMonday.',
    ],
    ['marks without a heading', 'Baik.\n\n> Coba lagi.\n', 'Baik.'],
  ])('%s', (_, mail, expected) => {
    expect(newTextOf(mail)).toBe(expected);
  });

  test.each([
    ['a sentence that only looks like a heading', 'Pada SMS itu bank menulis:\nkode Anda kedaluwarsa'],
    ['fields that the reader writes', 'Dari: saya\nKepada: teman\nsaya transfer tadi pagi'],
    ['a forwarded mail', 'Lihat ini.\n\n---------- Forwarded message ---------\nHalo dari penipu'],
    ['a line of dashes in a long text', `Satu\n--\n${'baris\n'.repeat(20)}akhir`],
    ['words about a phone', 'Baik.\nDikirim dari toko tanggal 3. Belum sampai.'],
  ])('keeps %s', (_, mail) => {
    expect(newTextOf(mail)).toBe(mail);
  });

  test.each([
    '> hanya kutipan',
    '-- \nSiti',
    '-----Original Message-----\nCoba lagi.',
    'Dikirim dari iPhone saya',
  ])('keeps all when nothing else is there: %j', (mail) => {
    expect(newTextOf(mail)).toBe(mail.trim());
  });

  test('never leaves nothing of something, and never adds a line', () => {
    const line = fc.constantFrom(
      'Halo',
      '> kutipan',
      '',
      '-- ',
      'On 2026 10:00 a@b wrote:',
      'Pada 2026',
      'menulis:',
      'From: a',
      'Sent: b',
      'To: c',
      '-----Original Message-----',
      'Dikirim dari iPhone saya',
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const mail = lines.join('\n');
        const text = newTextOf(mail);
        expect(text === '').toBe(mail.trim() === '');
        for (const part of text.split('\n')) expect(mail).toContain(part);
      }),
    );
  });

  test('takes a huge mail line by line', () => {
    const mail = `Baik.\n${'Pada a@b 2026 10:00 '.repeat(50_000)}\n${'Pada x\n'.repeat(50_000)}`;
    expect(newTextOf(mail)).toContain('Baik.');
  });
});
