import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from './apply-migrations.ts';
import type { Database } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { openPgliteDatabase } from './pglite-database.ts';
import { openPostgresDatabase } from './postgres-database.ts';

/** An empty database on a PostgreSQL server of the person who runs the tests; without one those are skipped. */
const SERVER = process.env['PANDU_TEST_DATABASE_URL'] ?? '';
const SKIPPED = SERVER === '' ? ' (skipped: PANDU_TEST_DATABASE_URL names no PostgreSQL server)' : '';

describe.each<[string, () => Promise<Database>, boolean]>([
  ['PGlite', () => openPgliteDatabase(), true],
  [`a PostgreSQL server${SKIPPED}`, () => openPostgresDatabase(SERVER), SERVER !== ''],
])('the database in %s', (_, open, isThere) => {
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    if (isThere) database = await open();
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'pandu-migration-'));
    if (isThere) await database.execute('DROP TABLE IF EXISTS note, migration');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFile(path.join(folder, name), text);
  const NOTES = 'CREATE TABLE note (text text NOT NULL);';

  it.runIf(isThere)('passes values beside the statement, whatever they hold', async () => {
    await database.execute(NOTES);
    const text = "'); DROP TABLE note; -- $1 \\ \u{1F600}";
    await database.query('INSERT INTO note VALUES ($1)', [text]);
    expect(await database.query('SELECT text FROM note')).toEqual([{ text }]);
  });

  it.runIf(isThere)('keeps a transaction that settles and undoes one that throws', async () => {
    await database.execute(NOTES);
    const add = (text: string) =>
      database.transaction(async (session) => {
        await session.query('INSERT INTO note VALUES ($1)', [text]);
        if (text === 'bad') throw new RangeError('no');
        return text;
      });
    expect(await add('good')).toBe('good');
    await expect(add('bad')).rejects.toThrow(RangeError);
    expect(await database.query('SELECT text FROM note')).toEqual([{ text: 'good' }]);
  });

  it.runIf(isThere)('runs each migration once, in order, also when two start together', async () => {
    await write('0002-more.sql', "INSERT INTO note VALUES ('two');");
    await write('0001-notes.sql', `${NOTES} INSERT INTO note VALUES ('one');`);
    await Promise.all([
      applyMigrations(database, 'notes', folder),
      applyMigrations(database, 'notes', folder),
    ]);
    await write('0003-last.sql', "INSERT INTO note VALUES ('three');");
    await applyMigrations(database, 'notes', folder);
    expect(await database.query('SELECT text FROM note')).toEqual([
      { text: 'one' },
      { text: 'two' },
      { text: 'three' },
    ]);
  });

  it.runIf(isThere)('leaves nothing of migrations of which one fails', async () => {
    await write('0001-notes.sql', NOTES);
    await write('0002-wrong.sql', 'CREATE TABLE;');
    await expect(applyMigrations(database, 'notes', folder)).rejects.toThrow();
    expect(await database.query("SELECT to_regclass('note')::text AS name")).toEqual([{ name: null }]);
  });
});

describe('openPgliteDatabase', () => {
  it('keeps rows in its directory, for one opener at a time', { timeout: 60_000 }, async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'pandu-pglite-'));
    const directory = path.join(root, 'postgres');
    const first = await openPgliteDatabase(directory);
    await first.execute('CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)');
    await expect(openPgliteDatabase(directory)).rejects.toThrow(/open in another process/);
    await first.close();
    const second = await openPgliteDatabase(directory);
    expect(await second.query('SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await second.close();
    await rm(root, { recursive: true });
  });

  it('gives the lock back when the files are no database', { timeout: 60_000 }, async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'pandu-pglite-'));
    const directory = path.join(root, 'postgres');
    await mkdir(directory);
    await writeFile(path.join(directory, 'PG_VERSION'), '9.1');
    await expect(openPgliteDatabase(directory)).rejects.toThrow(DatabaseError);
    await expect(openPgliteDatabase(directory)).rejects.toThrow(/cannot be opened/);
    await rm(root, { recursive: true });
  });
});

describe('openPostgresDatabase', () => {
  it('says that the server is gone, without its address', async () => {
    const opened = openPostgresDatabase('postgres://someone:a-secret@127.0.0.1:5399/pandu');
    const failure = await opened.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatabaseError);
    expect(String(failure)).toMatch(/^(?!.*a-secret).*ECONNREFUSED.*DATABASE_URL/);
  });
});
