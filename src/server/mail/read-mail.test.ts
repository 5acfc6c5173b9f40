import { describe, expect, it, test } from 'vitest';
import { readMail } from './read-mail.ts';

const read = (head: readonly string[], body: string | Buffer = 'Halo.') =>
  readMail(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)]));
const FROM = 'From: Siti <siti@example.org>';

describe('a mail', () => {
  it('gives its words, sender, subject and thread', async () => {
    const mail = await read([
      FROM,
      'Subject: =?utf-8?Q?Saldo_hilang_=E2=80=93_tolong?=',
      'Message-ID: <satu@example.org>',
      'References: <a@example.org>',
      ' <b@example.org>',
      'In-Reply-To: <c@example.org>',
    ]);
    expect(mail).toMatchObject({
      messageId: '<satu@example.org>',
      from: 'siti@example.org',
      subject: 'Saldo hilang – tolong',
      text: 'Halo.',
      references: ['<a@example.org>', '<b@example.org>', '<c@example.org>'],
      isAutomatic: false,
      dropped: 0,
    });
  });

  it('is read in other encodings, and in one that is named wrongly', async () => {
    const latin = await read(
      [FROM, 'Content-Type: text/plain; charset=iso-8859-1'],
      Buffer.from([0x63, 0x61, 0x66, 0xe9]),
    );
    expect(latin.text).toBe('café');
    const quoted = await read(
      [FROM, 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      'caf=C3=A9',
    );
    expect(quoted.text).toBe('café');
    const unknown = await read([FROM, 'Content-Type: text/plain; charset=no-such'], 'Halo kafe.');
    expect(unknown.text).toBe('Halo kafe.');
    const wrong = await read(
      [FROM, 'Content-Type: text/plain; charset=utf-8'],
      Buffer.from([0x68, 0xff, 0x69]),
    );
    expect(wrong.text).toMatch(/^h.i$/);
  });

  it('of HTML alone gives its words and nothing that runs', async () => {
    const mail = await read(
      [FROM, 'Content-Type: text/html'],
      '<p>Saldo <b>hilang</b></p><script>alert(1)</script><img src="https://example.com/pixel.png">',
    );
    expect(mail.text).toContain('Saldo hilang');
    expect(mail.text).not.toMatch(/alert|</);
  });

  it('without a Message-ID has one made from itself', async () => {
    const [one, same, other] = await Promise.all([read([FROM]), read([FROM]), read([FROM], 'Lain.')]);
    expect(one.messageId).toMatch(/^<[0-9a-f]{40}@without-id\.invalid>$/);
    expect(same.messageId).toBe(one.messageId);
    expect(other.messageId).not.toBe(one.messageId);
  });

  it.each([
    ['no sender', []],
    ['no mailbox', ['From: Siti']],
  ])('with %s comes from nobody', async (_, head) => {
    expect((await read(head)).from).toBeUndefined();
  });

  it.each([1_000, 20_000])('with %i parts is read as far as it goes', async (count) => {
    const part = '--b\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\nx\r\n';
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nHalo.\r\n${part.repeat(count)}--b--\r\n`;
    const mail = await read([FROM, 'Subject: Bom', 'Content-Type: multipart/mixed; boundary=b'], body);
    expect(mail).toMatchObject({ from: 'siti@example.org', subject: 'Bom', text: 'Halo.', attachments: [] });
    expect(mail.dropped).toBeGreaterThan(100);
  });

  it('with more parts than bytes allow gives its head', async () => {
    const mail = await read(
      [FROM, 'Subject: Bom', 'Content-Type: multipart/mixed; boundary=b'],
      '--b\r\n\r\n'.repeat(50_000),
    );
    expect(mail).toMatchObject({ from: 'siti@example.org', subject: 'Bom', text: '' });
  });

  it('that is no mail at all gives what can be read', async () => {
    const mail = await readMail(Buffer.from([0, 1, 2, 255, 254]));
    expect(mail.from).toBeUndefined();
  });
});

test.each([
  ['Auto-Submitted: auto-replied', true],
  ['Auto-Submitted: auto-generated (absent)', true],
  ['Auto-Submitted: no', false],
  ['Precedence: bulk', true],
  ['Precedence: auto_reply', true],
  ['Return-Path: <>', true],
  ['Return-Path: <siti@example.org>', false],
  ['List-Id: <news.example.org>', true],
  ['X-Autoreply: yes', true],
  ['Content-Type: multipart/report; report-type=delivery-status; boundary=b', true],
  ['X-Mailer: Thunderbird', false],
])('tells by "%s" whether a machine wrote: %s', async (line, expected) => {
  expect((await read([FROM, line])).isAutomatic).toBe(expected);
});

test.each([
  ['MAILER-DAEMON@example.org', true],
  ['postmaster@example.org', true],
  ['no-reply@example.org', true],
  ['noreply+x@example.org', true],
  ['norepl@example.org', false],
])('tells by the mailbox %s whether a machine wrote: %s', async (mailbox, expected) => {
  expect((await read([`From: ${mailbox}`])).isAutomatic).toBe(expected);
});
