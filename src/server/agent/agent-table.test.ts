import { getTableConfig } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { AGENT_TABLES } from './agent-table.ts';
import { openFakeDesk } from './fake-desk.ts';

describe.each(TEST_DATABASES)('the tables that better-auth writes, in $name', ({ open, isThere }) => {
  let database: Database;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    await openFakeDesk(database);
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));

  it.runIf(isThere).each(Object.entries(AGENT_TABLES))(
    'have in %s the columns and indexes that its statements count on',
    async (name, table) => {
      const { columns, indexes, uniqueConstraints } = getTableConfig(table);
      const rows = await database.query(
        `SELECT column_name AS name, data_type AS type, is_nullable = 'NO' AS required
         FROM information_schema.columns WHERE table_name = $1 ORDER BY name`,
        [name],
      );
      const expected = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType(),
        required: column.notNull,
      }));
      expect(rows).toEqual(expected.sort((a, b) => (a.name < b.name ? -1 : 1)));
      const found = await database.query('SELECT indexname FROM pg_indexes WHERE tablename = $1', [name]);
      const unique = columns.filter(({ isUnique }) => isUnique).map((column) => `${name}_${column.name}_key`);
      const named = [
        ...indexes.map(({ config }) => config.name),
        ...uniqueConstraints.map((one) => one.getName()),
      ];
      expect(found.map(({ indexname }) => indexname).sort()).toEqual(
        [`${name}_pkey`, ...unique, ...named].sort(),
      );
    },
  );
});
