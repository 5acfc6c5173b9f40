import { createHmac } from 'node:crypto';
import type { Session } from '../database/index.ts';

/** At most `most` times within `seconds`, counted from the first of them. */
export interface AttemptLimit {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** One thing that is limited: the limit, and whose tries it counts. */
export interface Attempt {
  readonly limit: AttemptLimit;
  readonly of: string;
}

/** Passwords, by network address: a person who mistypes needs fewer. */
export const BY_ADDRESS: AttemptLimit = { name: 'address', most: 5, seconds: 20 };
/** The second step, by network address; ten wrong ones of one agent lock it as well (better-auth). */
export const CODES: AttemptLimit = { name: 'code', most: 5, seconds: 20 };
/** A code is good once (RFC 6238, 5.2); it is wrong by itself before this ends. */
export const ONCE: AttemptLimit = { name: 'once', most: 1, seconds: 180 };
/** Passwords by mailbox, wherever they come from. */
export const BY_MAILBOX: AttemptLimit = { name: 'mailbox', most: 20, seconds: 300 };
/** Passwords and codes that somebody signed in has to repeat. */
export const BY_AGENT: AttemptLimit = { name: 'agent', most: 10, seconds: 300 };
/** New links for somebody who has lost a password. */
export const RESETS: AttemptLimit = { name: 'reset', most: 5, seconds: 3_600 };

/** Counts tries, together with all processes over this database. */
export interface CountAttempts {
  /** Counts one more of each; the seconds to wait when that was one too many, else 0. */
  (attempts: readonly Attempt[]): Promise<number>;
}

/** Neither addresses nor mailboxes are kept, only their keyed hashes. */
export function createCount(database: Session, secret: string, now: () => Date): CountAttempts {
  return async (attempts) => {
    const waits: number[] = [];
    for (const { limit, of } of attempts) {
      const at = now();
      const ends = new Date(at.getTime() + limit.seconds * 1000);
      const [row] = await database.query(
        `INSERT INTO agent_attempt AS old (key, count, ends_at) VALUES ($1, 1, $3)
         ON CONFLICT (key) DO UPDATE SET
           count = CASE WHEN old.ends_at <= $2 THEN 1 ELSE old.count + 1 END,
           ends_at = CASE WHEN old.ends_at <= $2 THEN $3 ELSE old.ends_at END
         RETURNING count, ends_at`,
        [keyOf(secret, limit, of), at.toISOString(), ends.toISOString()],
      );
      const isTooMany = Number(row?.['count']) > limit.most;
      const left = new Date(String(row?.['ends_at'])).getTime() - at.getTime();
      waits.push(isTooMany ? Math.max(1, Math.ceil(left / 1000)) : 0);
    }
    return Math.max(0, ...waits);
  };
}

function keyOf(secret: string, { name }: AttemptLimit, of: string): string {
  return createHmac('sha256', secret).update(`${name} ${of}`).digest('base64url');
}
