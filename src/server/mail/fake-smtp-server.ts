import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as a server has taken it. */
export interface TakenMail {
  readonly to: readonly string[];
  readonly source: string;
}

/** A local SMTP server that takes every mail, without a login, unless it is told what to answer. */
export interface FakeSmtpServer {
  /** For SMTP_URL. */
  readonly url: string;
  readonly taken: TakenMail[];
  /** Gives the status with which a recipient is refused; undefined takes it. */
  refuse: (mailbox: string) => number | undefined;
  close(): Promise<void>;
}

export async function startFakeSmtpServer(port = 0): Promise<FakeSmtpServer> {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
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
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port: actual } = listening.address() as AddressInfo;
  const fake: FakeSmtpServer = {
    url: `smtp://127.0.0.1:${actual}`,
    taken,
    refuse: () => undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
  return fake;
}
