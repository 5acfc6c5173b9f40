import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { openFakeTicketStore } from './fake-ticket-store.ts';
import {
  accessTable,
  attachmentTable,
  eventTable,
  guideTable,
  messageTable,
  ticketTable,
  wordsTable,
} from './ticket-table.ts';

const TABLES: readonly PgTable[] = [
  accessTable,
  attachmentTable,
  eventTable,
  guideTable,
  messageTable,
  ticketTable,
  wordsTable,
];

describe.each(TEST_DATABASES)('the tables of tickets in $name', ({ open, isThere }) => {
  let database: Database;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    await openFakeTicketStore(database);
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));

  it.runIf(isThere).each(TABLES.map((table) => getTableConfig(table)))(
    '$name has the columns and indexes that typed statements count on',
    async ({ name, columns, indexes, uniqueConstraints }) => {
      const found = await database.query(
        `SELECT column_name AS name, data_type AS type, is_nullable = 'NO' AS required
         FROM information_schema.columns WHERE table_name = $1`,
        [name],
      );
      expect(found.toSorted((a, b) => (String(a['name']) < String(b['name']) ? -1 : 1))).toEqual(
        columns
          .map((column) => ({ name: column.name, type: column.getSQLType(), required: column.notNull }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      );
      const names = await database.query('SELECT indexname AS name FROM pg_indexes WHERE tablename = $1', [
        name,
      ]);
      const expected = [
        `${name}_pkey`,
        ...columns.filter(({ isUnique }) => isUnique).map((column) => `${name}_${column.name}_key`),
        ...uniqueConstraints.map((constraint) => constraint.getName() ?? ''),
        ...indexes.map(({ config }) => config.name ?? ''),
      ];
      expect(names.map((index) => String(index['name'])).sort()).toEqual(expected.sort());
    },
  );
});
