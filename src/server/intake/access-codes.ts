import { randomInt } from 'node:crypto';
import type { Language } from '../../core/article/browser.ts';
import type { Database, Session } from '../database/index.ts';
import { sealWith } from './keep-key.ts';
import type { Limit, Limits } from './limits.ts';

/** Sends a code to a mailbox within a transaction. */
export type SendCode = (session: Session, email: string, lang: Language, code: string) => Promise<void>;

/** Codes by mail, for those who have lost the link of a ticket. */
export interface AccessCodes {
  /** Sends a new code, which is good for 15 minutes and ends the one before; nothing after five in an hour. */
  send(email: string, lang: Language): Promise<void>;
  /** Whether this is the code of the mailbox; good once, and gone after five tries. */
  redeem(email: string, code: string): Promise<boolean>;
}

const CODES = 1_000_000;
const DIGITS = 6;
const LASTS_MS = 15 * 60_000;
const MOST_TRIES = 5;
const SENT: Limit = { name: 'code', most: 5, seconds: 3600 };

/** Opens the codes of a database; mailbox and code are kept as hashes. */
export function openAccessCodes(
  database: Database,
  {
    key,
    now,
    limits,
    sendCode,
  }: {
    readonly key: string;
    readonly now: () => Date;
    readonly limits: Limits;
    readonly sendCode: SendCode;
  },
): AccessCodes {
  const mailboxOf = (email: string) => email.trim().toLowerCase();
  return {
    async send(email, lang) {
      const mailbox = mailboxOf(email);
      if ((await limits.take(SENT, mailbox)) > 0) return;
      const code = String(randomInt(CODES)).padStart(DIGITS, '0');
      await database.transaction(async (session) => {
        await session.query(
          `INSERT INTO intake_code (mailbox, code, tries, expires_at) VALUES ($1, $2, 0, $3)
           ON CONFLICT (mailbox) DO UPDATE
           SET code = excluded.code, tries = 0, expires_at = excluded.expires_at`,
          [
            sealWith(key, 'mailbox', mailbox),
            sealWith(key, mailbox, code),
            new Date(now().getTime() + LASTS_MS),
          ],
        );
        await sendCode(session, email.trim(), lang, code);
      });
    },
    async redeem(email, code) {
      const mailbox = mailboxOf(email);
      const sealed = sealWith(key, 'mailbox', mailbox);
      // Counted before it is compared, so that tries at once are no more than five either.
      const tried = await database.query(
        `UPDATE intake_code SET tries = tries + 1
         WHERE mailbox = $1 AND tries < $2 AND expires_at > $3 RETURNING code`,
        [sealed, MOST_TRIES, now()],
      );
      if (tried.length === 0) return false;
      const taken = await database.query(
        'DELETE FROM intake_code WHERE mailbox = $1 AND code = $2 RETURNING mailbox',
        [sealed, sealWith(key, mailbox, code)],
      );
      return taken.length > 0;
    },
  };
}
