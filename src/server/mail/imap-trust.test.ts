import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeFakeAuthority, type FakeGuard } from './fake-certificate.ts';
import { startFakeImapServer, type FakeImapServer } from './fake-imap-server.ts';
import { connectImap } from './imap-reader.ts';
import { findTrouble } from './mail-trouble.ts';

const HOST = 'mail.example.org';
const PASSWORD = 'rahasia-surat';
const authority = makeFakeAuthority();
const certificate = authority.certify(HOST);

describe('a mailbox elsewhere', () => {
  const before = getCACertificates('default');
  let server: FakeImapServer | undefined;
  beforeAll(() => {
    setDefaultCACertificates([...before, authority.cert]);
  });
  afterAll(() => {
    setDefaultCACertificates(before);
  });
  afterEach(() => server?.close());

  const start = async (guard: FakeGuard) => (server = await startFakeImapServer(guard));
  /** What is wrong; undefined when the mailbox could be opened. */
  const connect = async (protocol: 'imap' | 'imaps', password = PASSWORD) => {
    const parts = {
      imapUrl: `${protocol}://bantuan:${password}@${HOST}:${server?.port ?? 0}`,
      at: '127.0.0.1',
      cursor: {
        claim: () => Promise.resolve(false),
        read: () => Promise.resolve(undefined),
        save: () => Promise.resolve(),
      },
      take: () => Promise.resolve(),
      log: () => undefined,
    };
    try {
      const connection = await connectImap(parts, new Map(), () => undefined);
      connection.close();
      return undefined;
    } catch (fault) {
      return findTrouble('receiving', fault);
    }
  };

  it.each([
    ['imaps', true],
    ['imap', false],
  ] as const)(
    'with a certificate that is right is told the password over %s, encrypted',
    async (protocol, isSecure) => {
      const { told } = await start({ certificate, isSecure, password: PASSWORD });
      expect(await connect(protocol)).toBeUndefined();
      expect(told).toEqual([{ password: PASSWORD, isEncrypted: true }]);
    },
  );

  it.each([
    ['that has expired', authority.certify(HOST, new Date(Date.now() - 3_600_000)), /has expired.*renew/],
    ['of another name', authority.certify('other.example.org'), /another name/],
    ['of an authority that nobody trusts', makeFakeAuthority().certify(HOST), /NODE_EXTRA_CA_CERTS/],
    ['that it signed itself', makeFakeAuthority(), /NODE_EXTRA_CA_CERTS/],
  ])('with a certificate %s is told nothing, both ways', async (_, wrong, words) => {
    for (const isSecure of [true, false]) {
      const { told } = await start({ certificate: wrong, isSecure });
      const trouble = await connect(isSecure ? 'imaps' : 'imap');
      expect(trouble).toEqual({ kind: 'certificate', words: expect.stringMatching(words) as string });
      expect(told).toEqual([]);
      await server?.close();
    }
  });

  it.each(['imap', 'imaps'] as const)(
    'that does not encrypt is told no password over %s',
    async (protocol) => {
      const { told } = await start({});
      const words = expect.stringMatching(/told no password.*993.*143 with STARTTLS/) as string;
      expect(await connect(protocol)).toEqual({ kind: 'encryption', words });
      expect(told).toEqual([]);
    },
  );

  it('that does not take the password says so', async () => {
    const { told } = await start({ certificate, password: 'lain' });
    expect(await connect('imap')).toMatchObject({ kind: 'password' });
    expect(told).toEqual([{ password: PASSWORD, isEncrypted: true }]);
  });
});
