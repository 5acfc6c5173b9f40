import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from './database.ts';
import { DatabaseGoneError } from './database-error.ts';
import { openPgliteDatabase } from './pglite-database.ts';

let root: string;
let database: Database;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-crash-'));
  database = await openPgliteDatabase(path.join(root, 'postgres'));
  await database.execute('CREATE TABLE kept (n int)');
}, 60_000);
afterEach(async () => {
  vi.restoreAllMocks();
  await database.close();
  await rm(root, { recursive: true });
});

const add = (n: number) => database.query('INSERT INTO kept VALUES ($1)', [n]);
const read = async () => (await database.query('SELECT n FROM kept ORDER BY n')).map(({ n }) => n);

/** The engine is told that there is no room, as a full disk does. */
function fillDisk(): () => void {
  const spy = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  });
  return () => {
    spy.mockRestore();
  };
}

describe('the database within the process, when its disk is full', { timeout: 60_000 }, () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a statement', () => add(2)],
    ['a transaction', () => database.transaction((session) => session.query('INSERT INTO kept VALUES (2)'))],
  ])('fails %s cleanly, and goes on without a restart once there is room', async (_, write) => {
    await add(1);
    const empty = fillDisk();
    await expect(write()).rejects.toBeInstanceOf(DatabaseGoneError);
    await expect(write()).rejects.toBeInstanceOf(DatabaseGoneError);
    await expect(read()).rejects.toBeInstanceOf(DatabaseGoneError);
    empty();
    await vi.waitFor(() => add(3), { timeout: 20_000, interval: 200 });
    expect(await read()).toEqual([1, 3]);
  });

  it('lets listeners look for themselves when it is back, and hear again', async () => {
    const heard: string[] = [];
    const end = await database.listen('pandu_test', (text) => heard.push(text));
    await add(0);
    const empty = fillDisk();
    await expect(add(1)).rejects.toBeInstanceOf(DatabaseGoneError);
    empty();
    await vi.waitFor(() => add(2), { timeout: 20_000, interval: 200 });
    await database.query("SELECT pg_notify('pandu_test', 'again')");
    await vi.waitFor(() => {
      expect(heard).toEqual(['', 'again']);
    });
    await end();
  });
});

it('has on the disk what a statement has changed, before it settles', { timeout: 60_000 }, async () => {
  const flush = vi.spyOn(fs, 'fsyncSync');
  await add(1);
  expect(flush).toHaveBeenCalled();
  flush.mockClear();
  await read();
  expect(flush).not.toHaveBeenCalled();
});
