import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Attachments } from '../attachment/index.ts';
import type { Database } from '../database/index.ts';
import type { MailSettings } from '../settings/index.ts';
import type { Tickets } from '../ticket/index.ts';
import { createBell } from './bell.ts';
import { connectImap } from './imap-reader.ts';
import { openMailCursor } from './mail-cursor.ts';
import type { MailHealth } from './mail-health.ts';
import { AFTER_PASSWORD_MS, findTrouble } from './mail-trouble.ts';
import type { ReceivedMail } from './received-mail.ts';
import { takeMail } from './take-mail.ts';
import { openThread } from './thread.ts';

/** What mail is received with. */
export interface ReceivingParts {
  readonly mail: Pick<MailSettings, 'imapUrl' | 'from'>;
  readonly siteUrl: string;
  readonly tickets: Tickets;
  readonly attachments: Pick<Attachments, 'store'>;
  readonly health: MailHealth;
  /** Where the server is reached in place of the host in its address. */
  readonly at?: string;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** Servers that do not tell are asked so often. */
const LOOK_EVERY_MS = 30_000;

/**
 * Begins to take mail from a mailbox, as it comes; a connection that breaks is made anew. Open the delivery before:
 * it brings the tables. Gives what ends it.
 */
export function receiveMail(database: Database, parts: ReceivingParts): { stop(): Promise<void> } {
  const { mail, at, health, now, log } = parts;
  const { hostname, username } = new URL(mail.imapUrl);
  const cursor = openMailCursor(database, `${decodeURIComponent(username)}@${hostname}`, randomUUID(), now);
  const taking = {
    ...parts,
    database,
    thread: openThread(parts.siteUrl),
    ownMailbox: /<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from,
  };
  const tries = new Map<number, number>();
  const bell = createBell();
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;

  const readWhileConnected = async () => {
    const reading = {
      imapUrl: mail.imapUrl,
      at,
      cursor,
      log,
      take: (one: ReceivedMail) => takeMail(taking, one),
    };
    const connection = await connectImap(reading, tries, bell.ring);
    const ended = new AbortController();
    void connection.ended.then(() => {
      ended.abort();
      bell.ring();
    });
    const over = AbortSignal.any([ended.signal, stopping.signal]);
    try {
      while (!over.aborted) {
        await connection.readNew();
        health.tell('receiving');
        connection.rest();
        await bell.wait(LOOK_EVERY_MS);
      }
    } finally {
      connection.close();
    }
  };

  const receive = async () => {
    let waitMs = FIRST_WAIT_MS;
    while (!isStopping()) {
      const begun = Date.now();
      let needsPatience = false;
      try {
        await readWhileConnected();
      } catch (fault) {
        const trouble = findTrouble('receiving', fault);
        health.tell('receiving', trouble);
        needsPatience = trouble?.kind === 'password';
      }
      // A connection that lasted was well.
      waitMs = Date.now() - begun > LONGEST_WAIT_MS ? FIRST_WAIT_MS : Math.min(2 * waitMs, LONGEST_WAIT_MS);
      await pause(needsPatience ? AFTER_PASSWORD_MS : waitMs, stopping.signal);
    }
  };
  const running = receive();

  return {
    async stop() {
      stopping.abort();
      bell.ring();
      await running;
    },
  };
}

/** Waits, not longer than until it is to stop. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // It rejects when the signal comes.
  await setTimeout(ms, undefined, { signal }).catch(() => undefined);
}
