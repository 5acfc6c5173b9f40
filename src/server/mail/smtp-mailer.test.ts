import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeSmtpServer, type FakeSmtpServer } from './fake-smtp-server.ts';
import { createMailHealth } from './mail-health.ts';
import { MailError, MailRefusedError, type Mail, type Mailer } from './mailer.ts';
import { openSmtpMailer } from './smtp-mailer.ts';

const MAIL: Mail = {
  to: 'siti@example.org',
  subject: 'Re: Saldo hilang [#4829-1736]',
  text: 'Halo.\n\nCoba langkah ini.',
  html: '<p>Halo.</p>',
  messageId: '<m1.t1@example.org>',
  references: ['<ticket.t1@example.org>', '<dari-pembaca@example.com>'],
  isAutomatic: false,
};

const open = (smtpUrl: string) =>
  openSmtpMailer(
    { smtpUrl, from: 'Bantuan <bantuan@example.org>' },
    { health: createMailHealth(() => undefined), now: () => new Date() },
  );

describe('mail over SMTP', () => {
  let server: FakeSmtpServer;
  let mailer: Mailer;
  beforeAll(async () => {
    server = await startFakeSmtpServer();
    mailer = open(server.url);
  });
  beforeEach(() => {
    server.taken.length = 0;
    server.refuse = () => undefined;
  });
  afterAll(() => server.close());

  it('is one mail to one mailbox, in its thread, answered to the sender, as text and as HTML', async () => {
    await mailer.send(MAIL);
    expect(server.taken.map(({ to }) => to)).toEqual([['siti@example.org']]);
    const source = server.taken[0]?.source ?? '';
    for (const line of [
      /^From: Bantuan <bantuan@example\.org>\r$/m,
      /^Reply-To: Bantuan <bantuan@example\.org>\r$/m,
      /^Message-ID: <m1\.t1@example\.org>\r$/m,
      /^In-Reply-To: <dari-pembaca@example\.com>\r$/m,
      /^References: <ticket\.t1@example\.org>\s+<dari-pembaca@example\.com>\r$/m,
      /^Subject: Re: Saldo hilang \[#4829-1736\]\r$/m,
      /^Auto-Submitted: no\r$/m,
      /^Content-Type: text\/plain/m,
      /^Content-Type: text\/html/m,
    ]) {
      expect(source).toMatch(line);
    }
  });

  it.each([
    ['a line end in the subject', { subject: 'Halo\r\nBcc: x@example.com\r\n\r\nIsi lain' }],
    ['a line separator in the subject', { subject: 'Halo\u2028Bcc: x@example.com' }],
    ['a reference with a line end', { references: ['<a@b>\r\nBcc: x@example.com'] }],
  ])('keeps its headers with %s', async (_, change) => {
    await mailer.send({ ...MAIL, ...change });
    const [taken] = server.taken;
    expect(taken?.to).toEqual(['siti@example.org']);
    const head = taken?.source.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^Bcc:/im);
    expect(taken?.source).toContain('Coba langkah ini.');
  });

  it.each([
    'siti@example.org\r\nBcc: x@example.com',
    'siti@example.org, x@example.com',
    'Siti <siti@example.org>',
    'siti@example.org>',
    'siti',
    '@example.org',
    'siti@-example.org',
    '',
  ])('is refused for the mailbox %j before anybody is asked', async (to) => {
    await expect(mailer.send({ ...MAIL, to })).rejects.toThrow(MailRefusedError);
    expect(server.taken).toEqual([]);
  });

  it('tells a mailbox that is not there from one that is full for now, without naming it', async () => {
    server.refuse = () => 550;
    const refused = mailer.send(MAIL);
    await expect(refused).rejects.toThrow(MailRefusedError);
    await expect(refused).rejects.toThrow(expect.not.stringContaining('siti') as Error);
    server.refuse = () => 450;
    const later = mailer.send(MAIL);
    await expect(later).rejects.toThrow(MailError);
    await expect(later).rejects.not.toThrow(MailRefusedError);
  });

  it('says that it may be sent later when no server answers', async () => {
    const away = open('smtp://127.0.0.1:9');
    const sending = away.send(MAIL);
    await expect(sending).rejects.toThrow(MailError);
    await expect(sending).rejects.not.toThrow(MailRefusedError);
  });
});
