import type { ConversationRow } from './conversation-table.ts';
import type { ConversationStore } from './conversation-store.ts';

/** Conversations that go on now; each is some kilobytes. */
const MOST_ROWS = 2_000;

/**
 * Remembers the rows that this process has read or written last, so that the next turn of a conversation is one
 * statement and not two. What another process did meanwhile, a change notices by its version.
 */
export function rememberRows(store: Omit<ConversationStore, 'recall'>): ConversationStore {
  const rows = new Map<string, ConversationRow>();
  const remember = (row: ConversationRow | undefined) => {
    if (!row) return row;
    // Deleted first, so that the map stays in order of use.
    rows.delete(row.id);
    rows.set(row.id, row);
    const [oldest] = rows.keys();
    if (rows.size > MOST_ROWS && oldest !== undefined) rows.delete(oldest);
    return row;
  };
  return {
    ...store,
    async insert(row) {
      const isNew = await store.insert(row);
      if (isNew) remember(row);
      return isNew;
    },
    async find(id, now) {
      rows.delete(id);
      return remember(await store.find(id, now));
    },
    async recall(id, now) {
      const row = rows.get(id);
      if (row && row.expiresAt > now) return row;
      rows.delete(id);
      return remember(await store.find(id, now));
    },
    async change(id, version, change) {
      const before = rows.get(id);
      rows.delete(id);
      const isChanged = await store.change(id, version, change);
      if (isChanged && before?.version === version) remember({ ...before, ...change, version: version + 1 });
      return isChanged;
    },
    async remove(id) {
      rows.delete(id);
      await store.remove(id);
    },
  };
}
