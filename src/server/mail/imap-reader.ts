import type { ImapFlow } from 'imapflow';
import type { CursorStore } from './mail-cursor.ts';
import { readMailServer } from './mail-server.ts';
import { BEGINNING_BYTES, LARGEST_MAIL_BYTES, readMail } from './read-mail.ts';
import type { ReceivedMail } from './received-mail.ts';

/** What a mailbox is read with. */
export interface ImapReaderParts {
  readonly imapUrl: string;
  /** Where the server is reached in place of the host in its address. */
  readonly at?: string | undefined;
  readonly cursor: CursorStore;
  readonly take: (mail: ReceivedMail) => Promise<unknown>;
  readonly log: (line: string) => void;
}

const BOX = 'INBOX';
const CONNECT_MS = 15_000;
const LONGEST_IDLE_MS = 5 * 60_000;
/** A mail that cannot be taken so often is left in the mailbox. */
const MOST_TRIES = 3;
/** Numbered anew, mails from so long before the last look are looked at again; those taken already are known. */
const LOOK_BACK_MS = 2 * 24 * 60 * 60_000;

/** One connection to a mailbox. */
export interface ImapConnection {
  /** Takes all that is new. */
  readNew(): Promise<void>;
  /** Lets the server tell when something comes, until something else is asked of it. */
  rest(): void;
  /** Settles when the connection is gone. */
  readonly ended: Promise<void>;
  close(): void;
}

/**
 * Connects to the mailbox of an address (imapflow, loaded here), which is opened for reading alone. `hear` is called
 * when the server says that something came.
 */
export async function connectImap(
  { imapUrl, at, cursor, take, log }: ImapReaderParts,
  tries: Map<number, number>,
  hear: () => void,
): Promise<ImapConnection> {
  const client = await openClient(imapUrl, at);
  const ended = new Promise<void>((resolve) => client.once('close', resolve));
  // Unheard, a fault of the connection would end the process.
  client.on('error', () => undefined);
  client.on('exists', hear);
  try {
    await client.connect();
    await client.mailboxOpen(BOX, { readOnly: true });
  } catch (fault) {
    client.close();
    throw fault;
  }

  const takeOne = async (uid: number, size: number) => {
    const isWhole = size <= LARGEST_MAIL_BYTES;
    const source = isWhole ? true : { start: 0, maxLength: BEGINNING_BYTES };
    const found = await client.fetchOne(String(uid), { uid: true, source }, { uid: true });
    // Moved or removed by a person meanwhile.
    if (!found || !found.source) return;
    await take(await readMail(found.source, isWhole));
  };

  return {
    ended,
    close: () => {
      client.close();
    },
    rest() {
      client.idle().catch(() => undefined);
    },
    async readNew() {
      if (!(await cursor.claim())) return;
      const { mailbox } = client;
      if (mailbox === false) return;
      const uidValidity = String(mailbox.uidValidity);
      const before = await cursor.read();
      if (!before) {
        // What lay there before Pandu came is no letter to it.
        await cursor.save({ uidValidity, lastUid: Math.max(0, mailbox.uidNext - 1) });
        return;
      }
      const isSame = before.uidValidity === uidValidity;
      const range = isSame ? `${before.lastUid + 1}:*` : '1:*';
      const after = isSame ? before.lastUid : 0;
      const since = isSame ? undefined : new Date(before.readAt.getTime() - LOOK_BACK_MS);
      for (const { uid, size } of await listNew(client, range, after, since)) {
        try {
          await takeOne(uid, size);
          tries.delete(uid);
        } catch (fault) {
          const count = (tries.get(uid) ?? 0) + 1;
          tries.set(uid, count);
          if (count < MOST_TRIES || !client.usable || isAway(fault)) throw fault;
          const reason = fault instanceof Error ? fault.name : 'unknown';
          log(JSON.stringify({ level: 'error', message: 'A mail was left in the mailbox.', uid, reason }));
        }
        await cursor.save({ uidValidity, lastUid: uid });
      }
      if (!isSame) await cursor.save({ uidValidity, lastUid: Math.max(0, mailbox.uidNext - 1) });
    },
  };
}

async function openClient(imapUrl: string, at: string | undefined): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  const { host, port, isSecure, mustEncrypt, user, password, tls } = readMailServer(imapUrl, at);
  return new Client({
    host,
    port,
    secure: isSecure,
    ...(mustEncrypt && { doSTARTTLS: true }),
    tls,
    auth: { user, pass: password },
    logger: false,
    maxIdleTime: LONGEST_IDLE_MS,
    connectionTimeout: CONNECT_MS,
    maxLiteralSize: LARGEST_MAIL_BYTES + BEGINNING_BYTES,
  });
}

/** In order, so that the cursor never passes over one. */
async function listNew(
  client: ImapFlow,
  range: string,
  after: number,
  since: Date | undefined,
): Promise<{ readonly uid: number; readonly size: number }[]> {
  const query = { uid: true, size: true, internalDate: true };
  const found: { readonly uid: number; readonly size: number }[] = [];
  for await (const { uid, size = 0, internalDate } of client.fetch(range, query, { uid: true })) {
    // `n:*` gives the last mail also when it is older than n.
    if (uid <= after) continue;
    if (since && internalDate !== undefined && new Date(internalDate) < since) continue;
    found.push({ uid, size });
  }
  return found.sort((a, b) => a.uid - b.uid);
}

function isAway(fault: unknown): boolean {
  return fault instanceof Error && fault.name === 'DatabaseGoneError';
}
