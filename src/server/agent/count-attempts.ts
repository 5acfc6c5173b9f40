import type { Limit, Limits } from '../intake/index.ts';

/** One thing that is limited: the limit, and whose tries it counts. */
export interface Attempt {
  readonly limit: Limit;
  readonly of: string;
}

/** Passwords, by network address: a person who mistypes needs fewer. */
export const BY_ADDRESS: Limit = { name: 'agent-address', most: 5, seconds: 20 };
/** The second step, by network address; ten wrong ones of one agent lock it as well (better-auth). */
export const CODES: Limit = { name: 'agent-code', most: 5, seconds: 20 };
/** A code is good once (RFC 6238, 5.2); it is wrong by itself before this ends. */
export const ONCE: Limit = { name: 'agent-once', most: 1, seconds: 180 };
/** Passwords by mailbox, wherever they come from. */
export const BY_MAILBOX: Limit = { name: 'agent-mailbox', most: 20, seconds: 300 };
/** Passwords and codes that somebody signed in has to repeat. */
export const BY_AGENT: Limit = { name: 'agent-password', most: 10, seconds: 300 };
/** New links for somebody who has lost a password. */
export const RESETS: Limit = { name: 'agent-reset', most: 5, seconds: 3_600 };

/** Counts tries, together with all processes over this database. */
export interface CountAttempts {
  /** Counts one more of each, up to the first that is used up; the seconds to wait for that, else 0. */
  (attempts: readonly Attempt[]): Promise<number>;
}

/** Counts with the limits of the intake, which keep neither addresses nor mailboxes. */
export function createCount(limits: Limits): CountAttempts {
  return async (attempts) => {
    for (const { limit, of } of attempts) {
      const seconds = await limits.take(limit, of);
      if (seconds > 0) return seconds;
    }
    return 0;
  };
}
