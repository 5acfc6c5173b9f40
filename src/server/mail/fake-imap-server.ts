import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { FakeGuard, ToldPassword } from './fake-certificate.ts';

interface BoxMail {
  readonly uid: number;
  readonly source: Buffer;
  readonly at: Date;
}

/**
 * A local IMAP server with one mailbox, as much of RFC 3501 and 2177 as a client needs that reads it: LOGIN,
 * CAPABILITY, LIST, SELECT and EXAMINE, UID FETCH of UID, size, date, flags and source (whole or in part), IDLE, NOOP,
 * STARTTLS, LOGOUT. It takes any password unless it is guarded, answers unknown commands with BAD, and keeps nothing
 * on a disk.
 */
export interface FakeImapServer {
  /** For IMAP_URL. */
  readonly url: string;
  readonly port: number;
  readonly told: readonly ToldPassword[];
  /** Puts a mail into the mailbox, and tells who is idle. */
  deliver(source: string | Buffer, at?: Date): void;
  /** Numbers all mails anew, as after a restore. */
  renumber(uidValidity: number): void;
  /** Breaks all connections. */
  drop(): void;
  readonly connections: number;
  /** How many mails were asked for with their source. */
  readonly fetched: number;
  close(): Promise<void>;
}

export async function startFakeImapServer(
  { certificate, isSecure = false, password: wanted }: FakeGuard = {},
  on = 0,
): Promise<FakeImapServer> {
  const told: ToldPassword[] = [];
  let mails: BoxMail[] = [];
  let uidValidity = 1;
  let nextUid = 1;
  let fetched = 0;
  const sockets = new Set<Socket>();
  const idle = new Map<Socket, string>();
  /** How many mails each client knows of; it is told of more with its next command, or at once while it is idle. */
  const known = new Map<Socket, number>();
  const tell = (socket: Socket) => {
    if (known.get(socket) === mails.length) return;
    known.set(socket, mails.length);
    socket.write(`* ${mails.length} EXISTS\r\n`);
  };

  const fetch = (socket: Socket, range: string, items: string) => {
    const [first = '1', last = first] = range.split(':');
    const highest = mails.at(-1)?.uid ?? 0;
    const ends = [first, last].map((end) => (end === '*' ? highest : Number(end)));
    const partial = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/.exec(items);
    for (const [place, mail] of mails.entries()) {
      if (mail.uid < Math.min(...ends) || mail.uid > Math.max(...ends)) continue;
      const head = [`UID ${mail.uid}`, 'FLAGS ()', `RFC822.SIZE ${mail.source.length}`];
      head.push(`INTERNALDATE "${writeDate(mail.at)}"`);
      if (!partial) {
        socket.write(`* ${place + 1} FETCH (${head.join(' ')})\r\n`);
        continue;
      }
      fetched += 1;
      const start = Number(partial[1] ?? 0);
      const body = partial[2] ? mail.source.subarray(start, start + Number(partial[2])) : mail.source;
      const name = partial[2] ? `BODY[]<${start}>` : 'BODY[]';
      socket.write(`* ${place + 1} FETCH (${head.join(' ')} ${name} {${body.length}}\r\n`);
      socket.write(body);
      socket.write(')\r\n');
    }
  };

  const answer = (socket: Socket, line: string) => {
    const [, tag = '*', command = '', rest = ''] = /^(\S+) (UID \S+|\S+) ?(.*)$/s.exec(line) ?? [];
    const isEncrypted = socket instanceof TLSSocket;
    const ok = (words = 'done') => socket.write(`${tag} OK ${words}\r\n`);
    switch (command.toUpperCase()) {
      case 'CAPABILITY':
        socket.write(`* CAPABILITY IMAP4rev1 IDLE${certificate && !isEncrypted ? ' STARTTLS' : ''}\r\n`);
        return ok();
      case 'STARTTLS':
        if (!certificate || isEncrypted) return socket.write(`${tag} BAD unknown command\r\n`);
        ok();
        {
          encrypt(socket);
          return;
        }
      case 'LOGIN': {
        const password = /"?([^ "]*)"?$/.exec(rest)?.[1] ?? '';
        told.push({ password, isEncrypted });
        const isRight = wanted === undefined || password === wanted;
        return isRight ? ok() : socket.write(`${tag} NO [AUTHENTICATIONFAILED] no\r\n`);
      }
      case 'LIST':
      case 'LSUB':
        socket.write(`* ${command.toUpperCase()} () "/" INBOX\r\n`);
        return ok();
      case 'SELECT':
      case 'EXAMINE':
        known.delete(socket);
        tell(socket);
        socket.write('* FLAGS (\\Seen)\r\n');
        socket.write(`* OK [UIDVALIDITY ${uidValidity}] x\r\n* OK [UIDNEXT ${nextUid}] x\r\n`);
        return ok(command.toUpperCase() === 'EXAMINE' ? '[READ-ONLY] done' : '[READ-WRITE] done');
      case 'UID FETCH': {
        const [, range = '', items = ''] = /^(\S+) (.*)$/s.exec(rest) ?? [];
        fetch(socket, range, items);
        return ok();
      }
      case 'IDLE':
        idle.set(socket, tag);
        socket.write('+ idling\r\n');
        tell(socket);
        return;
      case 'NOOP':
        tell(socket);
        return ok();
      case 'LOGOUT':
        socket.write('* BYE\r\n');
        ok();
        return socket.end();
      default:
        return socket.write(`${tag} BAD unknown command\r\n`);
    }
  };

  /** Listens to a client, whose next words come over TLS. */
  const encrypt = (socket: Socket) => {
    sockets.delete(socket);
    socket.removeAllListeners('data');
    hear(new TLSSocket(socket, { isServer: true, ...certificate }));
  };

  const hear = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      idle.delete(socket);
      known.delete(socket);
    });
    let buffered = '';
    socket.on('data', (data: Buffer) => {
      buffered += data.toString('latin1');
      for (let end = buffered.indexOf('\r\n'); end >= 0; end = buffered.indexOf('\r\n')) {
        const line = buffered.slice(0, end);
        buffered = buffered.slice(end + 2);
        if (line === 'DONE') {
          socket.write(`${idle.get(socket) ?? '*'} OK done\r\n`);
          idle.delete(socket);
        } else answer(socket, line);
      }
    });
  };

  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    const client = isSecure ? new TLSSocket(socket, { isServer: true, ...certificate }) : socket;
    hear(client);
    client.write('* OK ready\r\n');
  });
  server.listen(on, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;

  return {
    url: `imap://bantuan:rahasia@127.0.0.1:${port}`,
    port,
    told,
    deliver(source, at = new Date()) {
      mails.push({ uid: nextUid, source: Buffer.from(source), at });
      nextUid += 1;
      for (const socket of idle.keys()) tell(socket);
    },
    renumber(validity) {
      uidValidity = validity;
      mails = mails.map((mail, place) => ({ ...mail, uid: place + 1 }));
      nextUid = mails.length + 1;
    },
    drop() {
      for (const socket of sockets) socket.destroy();
    },
    get connections() {
      return sockets.size;
    },
    get fetched() {
      return fetched;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function writeDate(date: Date): string {
  const time = date.toISOString().slice(11, 19);
  const day = String(date.getUTCDate()).padStart(2, ' ');
  return `${day}-${MONTHS[date.getUTCMonth()] ?? ''}-${date.getUTCFullYear()} ${time} +0000`;
}
