import path from 'node:path';
import { and, eq, gt, inArray, lte, type SQL } from 'drizzle-orm';
import { answerOf, applyMigrations, openTypedStatements, type Database } from '../database/index.ts';
import { conversationTable as table, type ConversationRow } from './conversation-table.ts';
import { rememberRows } from './remember-rows.ts';

/** What changes with a turn. */
export type ConversationChange = Omit<
  ConversationRow,
  'id' | 'secretHash' | 'openingKey' | 'openingBody' | 'createdAt' | 'version'
>;

/** Conversations as rows. Every call is one statement, so it is done whole or not at all. */
export interface ConversationStore {
  /** False when a conversation was opened with the same key before. */
  readonly insert: (row: ConversationRow) => Promise<boolean>;
  /** Undefined also when its time is over. */
  readonly find: (id: string, now: Date) => Promise<ConversationRow | undefined>;
  /** As `find`, but perhaps as it was before another process changed it: for a change, which names the version. */
  readonly recall: (id: string, now: Date) => Promise<ConversationRow | undefined>;
  readonly findOpening: (key: string, now: Date) => Promise<ConversationRow | undefined>;
  /** Changes the row if it is still at that version; false when it is not, or gone. */
  readonly change: (id: string, version: number, change: ConversationChange) => Promise<boolean>;
  readonly remove: (id: string) => Promise<void>;
  /** Removes at most that many whose time is over; gives how many. */
  readonly removeExpired: (now: Date, most: number) => Promise<number>;
}

/**
 * Opens the conversations of a database, and brings their table to the form that this code needs.
 * @throws {DatabaseError} when a newer Pandu has changed the table.
 */
export async function openConversationStore(database: Database): Promise<ConversationStore> {
  await applyMigrations(database, 'conversation', path.join(import.meta.dirname, 'migration'));
  const typed = (await openTypedStatements())(database);
  const findWhere = async (condition: SQL | undefined, now: Date) => {
    const rows = await answerOf(
      typed
        .select()
        .from(table)
        .where(and(condition, gt(table.expiresAt, now))),
    );
    return rows[0];
  };
  return rememberRows({
    async insert(row) {
      const rows = await answerOf(
        typed
          .insert(table)
          .values(row)
          .onConflictDoNothing({ target: table.openingKey })
          .returning({ id: table.id }),
      );
      return rows.length > 0;
    },
    find: (id, now) => findWhere(eq(table.id, id), now),
    findOpening: (key, now) => findWhere(eq(table.openingKey, key), now),
    async change(id, version, change) {
      const rows = await answerOf(
        typed
          .update(table)
          .set({ ...change, version: version + 1 })
          .where(and(eq(table.id, id), eq(table.version, version)))
          .returning({ id: table.id }),
      );
      return rows.length > 0;
    },
    async remove(id) {
      await answerOf(typed.delete(table).where(eq(table.id, id)));
    },
    async removeExpired(now, most) {
      const over = typed.select({ id: table.id }).from(table).where(lte(table.expiresAt, now)).limit(most);
      const rows = await answerOf(
        typed.delete(table).where(inArray(table.id, over)).returning({ id: table.id }),
      );
      return rows.length;
    },
  });
}
