import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { FakeGuard, ToldPassword } from './fake-certificate.ts';

/** A mail as a server has taken it. */
export interface TakenMail {
  readonly to: readonly string[];
  readonly source: string;
}

/** A local SMTP server that takes every mail, unless it is guarded or told what to answer. */
export interface FakeSmtpServer {
  /** For SMTP_URL. */
  readonly url: string;
  readonly port: number;
  readonly taken: TakenMail[];
  /** The passwords that it was told, over encrypted connections and over others. */
  readonly told: ToldPassword[];
  /** Gives the status with which a recipient is refused; undefined takes it. */
  refuse: (mailbox: string) => number | undefined;
  close(): Promise<void>;
}

export async function startFakeSmtpServer(
  { certificate, isSecure = false, password: wanted }: FakeGuard = {},
  on = 0,
): Promise<FakeSmtpServer> {
  const taken: TakenMail[] = [];
  const told: ToldPassword[] = [];
  const server = new SMTPServer({
    authOptional: wanted === undefined,
    ...(certificate ? { ...certificate, secure: isSecure } : { disabledCommands: ['STARTTLS'] }),
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password = '' }, { secure }, done) {
      told.push({ password, isEncrypted: secure });
      if (password === wanted) done(null, { user: username });
      else done(Object.assign(new Error('No.'), { responseCode: 535 }));
    },
    onRcptTo({ address }, _session, done) {
      const status = fake.refuse(address);
      done(status === undefined ? null : Object.assign(new Error('No.'), { responseCode: status }));
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        taken.push({ to, source: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(on, '127.0.0.1');
  await once(listening, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = listening.address() as AddressInfo;
  const fake: FakeSmtpServer = {
    url: `smtp://127.0.0.1:${port}`,
    port,
    taken,
    told,
    refuse: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
  return fake;
}
