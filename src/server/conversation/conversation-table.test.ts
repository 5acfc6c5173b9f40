import { getTableConfig } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { openConversationStore } from './conversation-store.ts';
import { conversationTable } from './conversation-table.ts';

describe.each(TEST_DATABASES)('the table of conversations in $name', ({ open, isThere }) => {
  let database: Database;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    await openConversationStore(database);
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));

  it.runIf(isThere)('has the columns that its typed statements count on', async () => {
    const { columns } = getTableConfig(conversationTable);
    const rows = await database.query(
      `SELECT column_name AS name, data_type AS type, is_nullable = 'NO' AS required
       FROM information_schema.columns WHERE table_name = 'conversation' ORDER BY name`,
    );
    const expected = columns.map((column) => ({
      name: column.name,
      type: column.getSQLType(),
      required: column.notNull,
    }));
    expect(rows).toEqual(expected.sort((a, b) => (a.name < b.name ? -1 : 1)));
  });

  it.runIf(isThere)('has the indexes that it says it has', async () => {
    const { indexes, columns } = getTableConfig(conversationTable);
    const rows = await database.query("SELECT indexname FROM pg_indexes WHERE tablename = 'conversation'");
    const unique = columns.filter(({ isUnique }) => isUnique).map(({ name }) => `conversation_${name}_key`);
    const named = indexes.map(({ config }) => config.name);
    expect(rows.map(({ indexname }) => indexname).sort()).toEqual(
      ['conversation_pkey', ...unique, ...named].sort(),
    );
  });
});
