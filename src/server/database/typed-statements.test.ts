import { eq } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { TEST_DATABASES } from './fake-databases.ts';
import { openTypedStatements } from './typed-statements.ts';

const thing = pgTable('thing', {
  id: integer().primaryKey(),
  name: text(),
  counts: jsonb().$type<Record<string, number>>(),
  made: timestamp({ withTimezone: true }),
});
const other = pgTable('other', { id: integer().primaryKey(), thing: integer(), name: text() });

describe.each(TEST_DATABASES)('typed statements over $name', ({ open, isThere }) => {
  let database: Database;
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    await database.execute(
      `CREATE TABLE thing (id int PRIMARY KEY, name text, counts jsonb, made timestamptz);
       CREATE TABLE other (id int PRIMARY KEY, thing int, name text)`,
    );
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));

  it.runIf(isThere)('give back what was put in, of every type, also of joined tables', async () => {
    const typed = (await openTypedStatements())(database);
    const made = new Date('2026-01-02T03:04:05.678Z');
    const row = { id: 1, name: 'a', counts: { nik: 2 }, made };
    await typed.insert(thing).values(row);
    await typed.insert(other).values({ id: 7, thing: 1, name: 'b' });
    const rows = await typed.select().from(thing).innerJoin(other, eq(other.thing, thing.id));
    expect(rows).toEqual([{ thing: row, other: { id: 7, thing: 1, name: 'b' } }]);
  });

  it.runIf(isThere)('belong to the transaction that they are built over', async () => {
    const typed = await openTypedStatements();
    const undone = database.transaction(async (session) => {
      await typed(session).insert(thing).values({ id: 2 });
      throw new RangeError('no');
    });
    await expect(undone).rejects.toThrow(RangeError);
    expect(await typed(database).select().from(thing).where(eq(thing.id, 2))).toEqual([]);
  });
});
