import { begin, type Begun, type Opening } from './begin.ts';
import type { ConversationParts, Repeatable } from './conversation-parts.ts';
import { DatabaseGoneError } from '../database/index.ts';
import { keptOf } from './conversation-row.ts';
import { findOwn } from './find-own.ts';
import { join } from './join.ts';
import type { Credentials, KeptConversation } from './kept-conversation.ts';
import { take, type Step, type Taken } from './take.ts';

/** The conversations of a server. */
export interface Conversations {
  readonly begin: (opening: Opening, repeatable?: Repeatable) => Promise<Begun>;
  readonly take: (credentials: Credentials, step: Step, repeatable?: Repeatable) => Promise<Taken>;
  readonly read: (credentials: Credentials) => Promise<KeptConversation | undefined>;
  /** For agents, who may read what became a ticket: by its id alone. Undefined once its time is over. */
  readonly readFor: (id: string) => Promise<KeptConversation | undefined>;
  /** Records that a person has taken over; false when there is no such conversation any more. */
  readonly join: (id: string) => Promise<boolean>;
  /** Removes it for good; false when there is none to remove. */
  readonly forget: (credentials: Credentials) => Promise<boolean>;
  /** Whether the database answers now. */
  readonly isReachable: () => Promise<boolean>;
  /** Removes those whose time is over; gives how many. */
  readonly expire: () => Promise<number>;
}

const EXPIRED_AT_ONCE = 500;

/** Runs the state machine over conversations in a database. */
export function openConversations(parts: ConversationParts): Conversations {
  return {
    begin: (opening, repeatable) => begin(parts, opening, repeatable),
    take: (credentials, step, repeatable) => take(parts, credentials, step, repeatable),
    async read(credentials) {
      const row = await findOwn(parts, credentials);
      return row && keptOf(row);
    },
    async readFor(id) {
      const row = await parts.store.find(id, parts.now());
      return row && keptOf(row);
    },
    join: (id) => join(parts, id),
    async forget(credentials) {
      const row = await findOwn(parts, credentials);
      if (row) await parts.store.remove(row.id);
      return row !== undefined;
    },
    async isReachable() {
      try {
        await parts.store.find('', parts.now());
        return true;
      } catch (fault) {
        if (fault instanceof DatabaseGoneError) return false;
        throw fault;
      }
    },
    async expire() {
      let removed = 0;
      for (let last = EXPIRED_AT_ONCE; last === EXPIRED_AT_ONCE; removed += last) {
        last = await parts.store.removeExpired(parts.now(), EXPIRED_AT_ONCE);
      }
      return removed;
    },
  };
}
