import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFakeAuthority, type FakeGuard } from './fake-certificate.ts';
import { startFakeSmtpServer, type FakeSmtpServer } from './fake-smtp-server.ts';
import { createMailHealth, type MailHealth } from './mail-health.ts';
import { MailAwayError, MailRefusedError, type Mail } from './mailer.ts';
import { openSmtpMailer } from './smtp-mailer.ts';

const HOST = 'mail.example.org';
const PASSWORD = 'rahasia-surat';
const MAIL: Mail = {
  to: 'siti@example.org',
  subject: 'Halo',
  text: 'Halo.',
  html: '<p>Halo.</p>',
  messageId: '<m1.t1@example.org>',
  references: [],
  isAutomatic: true,
};
const authority = makeFakeAuthority();
const certificate = authority.certify(HOST);

describe('a mail server elsewhere', () => {
  const before = getCACertificates('default');
  let server: FakeSmtpServer | undefined;
  let lines: string[];
  let health: MailHealth;
  let now: Date;
  beforeAll(() => {
    setDefaultCACertificates([...before, authority.cert]);
  });
  afterAll(() => {
    setDefaultCACertificates(before);
  });
  beforeEach(() => {
    lines = [];
    now = new Date();
    health = createMailHealth((line) => lines.push(line));
  });
  afterEach(() => server?.close());

  const start = async (guard: FakeGuard) => (server = await startFakeSmtpServer(guard));
  const open = (protocol: 'smtp' | 'smtps', password = PASSWORD, port = server?.port ?? 0) => {
    const login = password === '' ? '' : `bantuan:${password}@`;
    const smtpUrl = `${protocol}://${login}${HOST}:${port}`;
    return openSmtpMailer(
      { smtpUrl, from: 'bantuan@example.org' },
      { health, now: () => now, at: '127.0.0.1' },
    );
  };

  it.each([
    ['smtps', true],
    ['smtp', false],
  ] as const)(
    'with a certificate that is right is told the password over %s, encrypted',
    async (protocol, isSecure) => {
      const { told, taken } = await start({ certificate, isSecure, password: PASSWORD });
      await open(protocol).send(MAIL);
      expect(taken).toHaveLength(1);
      expect(told).toEqual([{ password: PASSWORD, isEncrypted: true }]);
      expect(lines).toEqual([]);
      expect(health.read('sending')).toBe('ok');
    },
  );

  it('is trusted when its authority is named by NODE_EXTRA_CA_CERTS', async () => {
    const { told } = await start({ certificate, isSecure: true, password: PASSWORD });
    const folder = await mkdtemp(path.join(tmpdir(), 'pandu-authority-'));
    const file = path.join(folder, 'authority.pem');
    await writeFile(file, authority.cert);
    const script = `
      const { openSmtpMailer } = await import(${JSON.stringify(import.meta.resolve('./smtp-mailer.ts'))});
      const health = { tell: (way, trouble) => console.log(trouble?.kind ?? 'ok') };
      const smtpUrl = 'smtps://bantuan:${PASSWORD}@${HOST}:${server?.port ?? 0}';
      await openSmtpMailer({ smtpUrl, from: 'bantuan@example.org' }, { health, now: () => new Date(), at: '127.0.0.1' }).check();`;
    const ask = async (env: NodeJS.ProcessEnv) =>
      (
        await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env })
      ).stdout.trim();
    expect(await ask({})).toBe('certificate');
    expect(await ask({ NODE_EXTRA_CA_CERTS: file })).toBe('ok');
    expect(told).toHaveLength(1);
    await rm(folder, { recursive: true });
  });

  it.each([
    ['that has expired', authority.certify(HOST, new Date(Date.now() - 3_600_000)), /has expired.*renew/],
    ['of another name', authority.certify('other.example.org'), /another name/],
    ['of an authority that nobody trusts', makeFakeAuthority().certify(HOST), /NODE_EXTRA_CA_CERTS/],
    ['that it signed itself', makeFakeAuthority(), /NODE_EXTRA_CA_CERTS/],
  ])('with a certificate %s is told nothing, both ways', async (_, wrong, words) => {
    for (const isSecure of [true, false]) {
      const { told, taken } = await start({ certificate: wrong, isSecure, password: PASSWORD });
      await expect(open(isSecure ? 'smtps' : 'smtp').send(MAIL)).rejects.toThrow(MailAwayError);
      expect({ told, taken }).toEqual({ told: [], taken: [] });
      await server?.close();
    }
    // The second says the same, so it is no news.
    expect(lines).toEqual([expect.stringMatching(words)]);
    expect(health.read('sending')).toBe('certificate');
  });

  it.each(['smtp', 'smtps'] as const)(
    'that does not encrypt is told no password over %s',
    async (protocol) => {
      const { told, taken } = await start({ password: PASSWORD });
      await expect(open(protocol).send(MAIL)).rejects.toThrow(MailAwayError);
      expect({ told, taken }).toEqual({ told: [], taken: [] });
      expect(lines).toEqual([expect.stringMatching(/told no password.*465.*587 with STARTTLS/)]);
      expect(health.read('sending')).toBe('encryption');
    },
  );

  it('is tried again five minutes after it took no password, not with every mail', async () => {
    const { told, taken } = await start({ certificate, password: PASSWORD });
    const mailer = open('smtp', 'salah');
    for (let mail = 0; mail < 3; mail++) await expect(mailer.send(MAIL)).rejects.toThrow(MailAwayError);
    expect(told).toHaveLength(1);
    expect(lines).toEqual([expect.stringMatching(/user and password.*%40/)]);
    now = new Date(now.getTime() + 5 * 60_000);
    await expect(mailer.send(MAIL)).rejects.toThrow(MailAwayError);
    expect(told).toHaveLength(2);
    expect(lines).toHaveLength(1);
    expect(taken).toEqual([]);
  });

  it('is known to be away, and back, from one line each', async () => {
    const { port } = await start({ certificate });
    await server?.close();
    const mailer = open('smtp', '', port);
    await mailer.check();
    await expect(mailer.send(MAIL)).rejects.toThrow(MailAwayError);
    expect(lines).toEqual([expect.stringMatching(/does not answer.*ECONNREFUSED/)]);
    server = await startFakeSmtpServer({ certificate }, port);
    await mailer.check();
    await mailer.send(MAIL);
    expect(lines.slice(1)).toEqual([expect.stringContaining('Mail is sent again.')]);
    expect(lines.join('')).not.toMatch(/siti|bantuan|rahasia|mail\.example|127\.0/);
  });

  it('is well when it refuses one mailbox, and not when it refuses ours', async () => {
    const fake = await start({ certificate });
    fake.refuse = () => 550;
    await expect(open('smtp', '').send(MAIL)).rejects.toThrow(MailRefusedError);
    expect(lines).toEqual([]);
    await server?.close();
    await start({ certificate, password: PASSWORD });
    await expect(open('smtp', '').send(MAIL)).rejects.toThrow(MailAwayError);
    expect(lines).toEqual([expect.stringContaining('wants a user and a password')]);
  });
});
