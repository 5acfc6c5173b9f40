import { cp, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../database/index.ts';
import { openCheckedDatabase } from './open-checked-database.ts';
import { DATA_COMMANDS, runData } from './run-data.ts';

const NOW = new Date('2026-11-25T01:02:03Z');

let root: string;
let healthy: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-damage-'));
  healthy = path.join(root, 'healthy');
  const database = await openDatabase(settingsOf(healthy));
  await database.execute(
    'CREATE TABLE note (text text); INSERT INTO note SELECT n FROM generate_series(1, 9) n',
  );
  await database.close();
  await run(healthy, 'backup');
  await writeFile(path.join(healthy, 'backup', 'pandu-2026-11-26T00-00-00Z.jsonl.gz'), 'cut off');
}, 60_000);
afterAll(() => rm(root, { recursive: true }));

const settingsOf = (dataDir: string) => ({ dataDir, databaseUrl: '', backups: { kept: 7, folder: '' } });
const run = (dataDir: string, ...args: readonly string[]) =>
  runData(DATA_COMMANDS, args, { settings: settingsOf(dataDir), now: () => NOW, print: () => undefined });

describe('a damaged store', { timeout: 60_000 }, () => {
  it.each<[string, (directory: string) => Promise<unknown>]>([
    ['a log of zeroes', (directory) => zero(path.join(directory, 'pg_wal'), /^[0-9A-F]{24}$/)],
    ['half a control file', (directory) => truncate(path.join(directory, 'global/pg_control'), 100)],
    ['no tables', (directory) => rm(path.join(directory, 'base'), { recursive: true })],
  ])('with %s names the newest whole backup, and comes back from it', async (name, spoil) => {
    const dataDir = path.join(root, name.replaceAll(' ', '-'));
    await cp(healthy, dataDir, { recursive: true });
    await spoil(path.join(dataDir, 'postgres'));
    const failure = await openCheckedDatabase(settingsOf(dataDir)).catch((error: unknown) => error);
    const file = path.join(dataDir, 'backup', 'pandu-2026-11-25T01-02-03Z.jsonl.gz');
    expect(String(failure)).toContain(`npm run data -- restore ${file} --aside`);
    expect(await run(dataDir, 'restore', file, '--aside')).toBe(0);
    const database = await openCheckedDatabase(settingsOf(dataDir));
    expect(await database.query('SELECT count(*)::int AS n FROM note')).toEqual([{ n: 9 }]);
    await database.close();
    expect((await readdir(dataDir)).sort()).toEqual(['backup', 'postgres', 'postgres-2026-11-25T01-02-03']);
  });
});

it('does not begin anew where something was being restored', { timeout: 60_000 }, async () => {
  const dataDir = path.join(root, 'half');
  await cp(path.join(healthy, 'postgres'), path.join(dataDir, 'postgres.unfinished'), { recursive: true });
  await expect(openCheckedDatabase(settingsOf(dataDir))).rejects.toThrow(
    /did not finish. Call the same .* again/,
  );
});

async function zero(folder: string, names: RegExp): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!names.test(name)) continue;
    const { size } = await stat(path.join(folder, name));
    await writeFile(path.join(folder, name), Buffer.alloc(size));
  }
}
