import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasTestServer, startTestServer } from '../database/fake-postgres-server.ts';
import { openDatabase, openPostgresDatabase } from '../database/index.ts';
import { createMany, readAll } from './fake-tables.ts';
import { DATA_COMMANDS, runData } from './run-data.ts';
import { startBackups } from './start-backups.ts';

let dataDir: string;
let printed: string[];
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-data-'));
  printed = [];
});
afterEach(() => rm(dataDir, { recursive: true }));

const settings = (kept = 7) => ({ dataDir, databaseUrl: '', backups: { kept, folder: '' } });
const run = (...args: readonly string[]) =>
  runData(DATA_COMMANDS, args, {
    settings: settings(),
    now: () => new Date(),
    print: (text) => printed.push(text),
  });

describe('npm run data', { timeout: 60_000 }, () => {
  it.runIf(hasTestServer())('moves everything to a server, once, and leaves what is here', async () => {
    const embedded = await openDatabase(settings());
    await createMany(embedded);
    const before = await readAll(embedded);
    await embedded.close();
    const server = await startTestServer();
    expect(await run('move', '--to', server.address)).toBe(0);
    const moved = await openPostgresDatabase(server.address);
    expect(await readAll(moved)).toEqual(before);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await expect(run('move', '--to', server.address)).rejects.toThrow(/not empty/);
    expect(printed.join()).not.toContain(server.address);
    await moved.close();
    await server.remove();
  });

  it('says what to do while a server is running', async () => {
    const running = await openDatabase(settings());
    await expect(run('backup')).rejects.toThrow(/Stop that one first[\s\S]*backup each day/);
    await running.close();
  });

  it.each([['bakup'], ['restore'], ['move'], ['backup', '--tu', 'x']])(
    'explains how to call it after %s',
    async (...args) => {
      expect(await run(...args)).toBe(2);
      expect(printed.join('\n')).toMatch(/npm run data -- /);
    },
  );
});

it(
  'backs up a day after the newest, keeps as many as wanted, and goes on after a failure',
  { timeout: 60_000 },
  async () => {
    const database = await openDatabase(settings());
    await database.execute('CREATE TABLE note (n int)');
    const folder = path.join(dataDir, 'backup');
    const lines: string[] = [];
    const look = async (at: string) => {
      const backups = startBackups(database, settings(2), {
        now: () => new Date(at),
        log: (line) => lines.push(line),
        firstWaitMs: 0,
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      await backups.stop();
    };
    await writeFile(folder, '');
    await look('2026-01-01T00:00:00Z');
    expect(lines.join()).toContain('failed');
    await rm(folder);
    for (const at of [
      '2026-01-01T00:15:00Z',
      '2026-01-01T20:00:00Z',
      '2026-01-02T01:00:00Z',
      '2026-01-03T02:00:00Z',
    ]) {
      await look(at);
    }
    expect((await readdir(folder)).sort()).toEqual([
      'pandu-2026-01-02T01-00-00Z.jsonl.gz',
      'pandu-2026-01-03T02-00-00Z.jsonl.gz',
    ]);
    await database.close();
  },
);
