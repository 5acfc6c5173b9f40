import { DatabaseGoneError } from '../database/index.ts';
import type { ConversationStore } from './conversation-store.ts';
import type { ConversationRow } from './conversation-table.ts';

/** A store in memory, for tests of what lies above it. */
export interface FakeConversationStore extends ConversationStore {
  readonly rows: Map<string, ConversationRow>;
  /** While true, every call fails as it does when the database is away. */
  isGone: boolean;
}

/** A store that behaves as the one in the database does; its own suite holds that one to the database. */
export function fakeConversationStore(): FakeConversationStore {
  const rows = new Map<string, ConversationRow>();
  const byOpening = (key: string) => [...rows.values()].find(({ openingKey }) => openingKey === key);
  const current = (id: string, now: Date) => {
    const row = rows.get(id);
    return row && row.expiresAt > now ? row : undefined;
  };
  const answer = <Result>(work: () => Result): Promise<Result> =>
    store.isGone ? Promise.reject(new DatabaseGoneError(new Error('away'))) : Promise.resolve(work());
  const store: FakeConversationStore = {
    rows,
    isGone: false,
    insert: (row) =>
      answer(() => {
        if (row.openingKey !== null && byOpening(row.openingKey)) return false;
        rows.set(row.id, row);
        return true;
      }),
    find: (id, now) => answer(() => current(id, now)),
    recall: (id, now) => answer(() => current(id, now)),
    findOpening: (key) => answer(() => byOpening(key)),
    change: (id, version, change) =>
      answer(() => {
        const row = rows.get(id);
        if (row?.version !== version) return false;
        rows.set(id, { ...row, ...change, version: version + 1 });
        return true;
      }),
    remove: (id) => answer(() => void rows.delete(id)),
    removeExpired: () => answer(() => 0),
  };
  return store;
}
