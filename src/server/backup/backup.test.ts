import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { applyMigrations, DatabaseError, openPgliteDatabase, type Database } from '../database/index.ts';
import { openOutbox } from '../outbox/index.ts';
import { createMany, readAll } from './fake-tables.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const NOW = new Date('2026-11-25T01:02:03Z');
const THERE = TEST_DATABASES.filter(({ isThere }) => isThere);
const SERVER = path.join(import.meta.dirname, '..');

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pandu-backup-'));
  file = path.join(folder, 'backup', 'one.jsonl.gz');
});
afterEach(() => rm(folder, { recursive: true }));

describe.each(TEST_DATABASES)('a backup of $name', ({ open, isThere }) => {
  let source: Database;
  beforeAll(async () => {
    if (!isThere) return;
    source = await open();
    await createMany(source);
    await applyMigrations(source, 'conversation', path.join(SERVER, 'conversation/migration'));
    await applyMigrations(source, 'ticket', path.join(SERVER, 'ticket/migration'));
    const outbox = await openOutbox(source, { log: () => undefined });
    await outbox.stop();
  }, 60_000);
  afterAll(() => (isThere ? source.close() : undefined));

  it.runIf(isThere).each(THERE)(
    'comes back in $name, row by row, with keys, references, numbers, functions and the queue',
    { timeout: 60_000 },
    async ({ open: openTarget }) => {
      const rows = await writeBackup(source, file, NOW);
      const target = await openTarget();
      expect(await restoreBackup(target, file)).toBe(rows);
      expect(await readAll(target)).toEqual(await readAll(source));
      await target.query("INSERT INTO person (email) VALUES ('next@example.org')");
      expect(await target.query('SELECT max(number)::int AS n FROM person')).toEqual([{ n: 3 }]);
      const outbox = await openOutbox(target, { log: () => undefined });
      await outbox.stop();
      await target.close();
    },
  );

  it.runIf(isThere)('can be read by its owner alone, and leaves nothing unfinished', async () => {
    await writeBackup(source, file, NOW);
    expect(await readdir(path.dirname(file))).toEqual(['one.jsonl.gz']);
    expect(((await stat(file)).mode & 0o077).toString(8)).toBe('0');
    await expect(writeBackup(source, file, NOW)).rejects.toThrow(/There is a file of that name already/);
  });
});

describe('the values of a backup', () => {
  let source: Database;
  let target: Database;
  beforeAll(async () => {
    [source, target] = await Promise.all([openPgliteDatabase(), openPgliteDatabase()]);
    await source.execute(
      'CREATE TABLE value (n int, words text, list text[], doc jsonb, bytes bytea, amount numeric)',
    );
  }, 60_000);
  afterAll(() => Promise.all([source.close(), target.close()]));

  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.replaceAll('\u0000', '').toWellFormed()),
    fc.constantFrom(
      '',
      '\\N',
      'NULL',
      '\r\n',
      '"',
      '\u2028',
      "'); DROP TABLE value; --",
      '\\u0000',
      'x'.repeat(700_000),
    ),
  );
  const row = fc.tuple(
    fc.option(words),
    fc.option(fc.array(fc.option(words), { maxLength: 4 })),
    fc.option(fc.oneof(words, fc.integer(), fc.constant(null), fc.dictionary(words, words, { maxKeys: 3 }))),
    fc.option(fc.uint8Array({ maxLength: 300 })),
    fc.option(fc.constantFrom('0', '-1.50', '1e400', 'NaN', 'Infinity', '12345678901234567890.0000000001')),
  );

  it('arrive as they left, whatever they hold', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
        await target.execute('DROP TABLE IF EXISTS value');
        await source.execute('TRUNCATE value');
        for (const [n, [text, list, doc, bytes, amount]] of rows.entries()) {
          await source.query('INSERT INTO value VALUES ($1, $2, $3::text[], $4::text::jsonb, $5, $6)', [
            n,
            text,
            list,
            doc === null ? null : JSON.stringify(doc),
            bytes,
            amount,
          ]);
        }
        await rm(file, { force: true });
        await writeBackup(source, file, NOW);
        await restoreBackup(target, file);
        expect(await readAll(target)).toEqual(await readAll(source));
      }),
      { numRuns: 25 },
    );
  });
});

describe('restoreBackup', () => {
  let source: Database;
  let target: Database;
  beforeAll(async () => {
    [source, target] = await Promise.all([openPgliteDatabase(), openPgliteDatabase()]);
    await source.execute("CREATE TABLE note (text text); INSERT INTO note VALUES ('a'), ('b'), ('c')");
    await applyMigrations(source, 'conversation', path.join(SERVER, 'conversation/migration'));
  }, 60_000);
  afterAll(() => Promise.all([source.close(), target.close()]));
  beforeEach(async () => {
    await writeBackup(source, file, NOW);
  });

  const change = async (mend: (text: string) => string) => {
    await writeFile(file, gzipSync(mend(gunzipSync(await readFile(file)).toString())));
  };
  const cut = (bytes: number) => async () => writeFile(file, (await readFile(file)).subarray(0, bytes));

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ['is cut off within the packing', cut(300), /cut off/],
    ['is empty', cut(0), /cut off/],
    [
      'is cut off at the end of a line',
      () => change((text) => `${text.split('\n').slice(0, -2).join('\n')}\n`),
      /cut off/,
    ],
    ['lost a row', () => change((text) => text.replace('["b"]\n', '')), /cut off/],
    ['was changed', () => change((text) => text.replace('["b"]', '["x"]')), /checksum/],
    ['is something else', () => writeFile(file, 'SELECT 1;\n'.repeat(100)), /no backup of Pandu/],
    ['is something else, packed', () => change(() => '{"panduBackup": 1}\n'), /no backup of Pandu/],
    ['is not there', () => rm(file), /no such file/],
    [
      'is of a later form',
      () => change((text) => text.replace('"panduBackup":1', '"panduBackup":2')),
      /newer Pandu/,
    ],
  ])('changes nothing for a file that %s', async (_, spoil, message) => {
    await spoil();
    const failure = await restoreBackup(target, file).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DatabaseError);
    expect(String(failure)).toMatch(message);
    expect((await readAll(target)).rows).toEqual({});
  });

  it('takes no backup of a newer Pandu, and names what it does not know', async () => {
    const later = "('conversation', '9999-later.sql')";
    await source.execute(`INSERT INTO migration VALUES ${later}`);
    const newer = path.join(folder, 'newer.gz');
    await writeBackup(source, newer, NOW);
    await source.execute(`DELETE FROM migration WHERE (part, name) = ${later}`);
    await expect(restoreBackup(target, newer)).rejects.toThrow(
      /newer Pandu \(conversation: 9999-later\.sql\)/,
    );
    expect((await readAll(target)).rows).toEqual({});
  });

  it('writes over nothing', async () => {
    await target.execute('CREATE TABLE mine (n int)');
    await expect(restoreBackup(target, file)).rejects.toThrow(/not empty/);
    expect(Object.keys((await readAll(target)).rows)).toEqual(['public.mine']);
    await target.execute('DROP TABLE mine');
  });
});

describe('what is made from the content', () => {
  it('is left out, so that it is made again where the backup goes', { timeout: 60_000 }, async () => {
    const source = await openPgliteDatabase();
    await applyMigrations(source, 'search', path.join(SERVER, 'search/postgres-schema'));
    await writeBackup(source, file, NOW);
    await source.close();
    const target = await openPgliteDatabase();
    await restoreBackup(target, file);
    expect((await readAll(target)).rows).toEqual({ 'public.migration': [] });
    await applyMigrations(target, 'search', path.join(SERVER, 'search/postgres-schema'));
    await target.close();
  });
});

it('finds the migrations of each part in the folder of its name', async () => {
  const calls: string[] = [];
  for (const name of await readdir(SERVER, { recursive: true })) {
    if (!/\.ts$/.test(name) || /\.test\.ts$/.test(name)) continue;
    const text = await readFile(path.join(SERVER, name), 'utf8');
    for (const [, part] of text.matchAll(/applyMigrations\(\s*\w+,\s*'([^']+)'/g)) {
      calls.push(`${part ?? ''} in ${name.split(path.sep)[0] ?? ''}`);
    }
  }
  expect(calls.length).toBeGreaterThan(2);
  expect(calls.filter((call) => !/^(\S+) in \1$/.test(call))).toEqual([]);
});
