import path from 'node:path';
import type { Language } from '../../core/article/browser.ts';
import { applyMigrations, type Database } from '../database/index.ts';
import type { JobHandlers } from '../outbox/index.ts';
import type { TicketDesk, Tickets } from '../ticket/index.ts';
import type { Mailer } from './mailer.ts';
import { sendLetter } from './send-letter.ts';
import { sendMessage } from './send-message.ts';
import { openThread, type Thread } from './thread.ts';
import type { LetterGuide } from './write-letter.ts';

/** What letters are written from and sent with. */
export interface DeliveryParts {
  readonly mailer: Mailer;
  readonly tickets: Pick<Tickets, 'findById' | 'grantAccess'>;
  readonly desk: Pick<TicketDesk, 'read'>;
  readonly siteUrl: string;
  /** The whole address of the page of a ticket, from its token. */
  readonly ticketUrl: (lang: Language, token: string) => string;
  /** How a guide is named in a letter; undefined for one that is gone. */
  readonly nameGuide: (lang: Language, problem: string) => Promise<LetterGuide | undefined>;
  readonly now: () => Date;
}

/** The parts as what sends one mail needs them. */
export interface Sending extends DeliveryParts {
  readonly database: Database;
  readonly thread: Thread;
}

/** Writes and sends the mail that waits in the outbox. */
export interface Delivery {
  readonly handlers: Required<Pick<JobHandlers, 'mail-message' | 'mail-letter'>>;
  /** Removes letters that never went out, after three days, and what tells that a mail was taken, after sixty. */
  expire(): Promise<void>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const LETTER_DAYS = 3;
/** Longer than any mailbox is looked back into. */
const TAKEN_DAYS = 60;

/**
 * Opens the delivery over a database that has the tables of the tickets.
 * @throws {DatabaseError} when a newer Pandu has changed its tables.
 */
export async function openDelivery(database: Database, parts: DeliveryParts): Promise<Delivery> {
  await applyMigrations(database, 'mail', path.join(import.meta.dirname, 'migration'));
  const sending = { ...parts, database, thread: openThread(parts.siteUrl) };
  return {
    handlers: {
      'mail-message': (job, attempt) => sendMessage(sending, job, attempt),
      'mail-letter': (job, attempt) => sendLetter(sending, job, attempt),
    },
    async expire() {
      const before = (days: number) => new Date(parts.now().getTime() - days * DAY_MS);
      await database.query('DELETE FROM letter WHERE created_at < $1', [before(LETTER_DAYS)]);
      await database.query('DELETE FROM mail_taken WHERE at < $1', [before(TAKEN_DAYS)]);
    },
  };
}
