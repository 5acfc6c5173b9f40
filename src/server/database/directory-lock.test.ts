import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseError } from './database-error.ts';
import { lockDirectory } from './directory-lock.ts';

let root: string;
let directory: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-lock-'));
  directory = path.join(root, 'postgres');
});
afterEach(() => rm(root, { recursive: true }));

describe('lockDirectory', () => {
  it('lets nobody else in until it is given back', async () => {
    const unlock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(DatabaseError);
    await unlock();
    expect(await readdir(root)).toEqual([]);
    await (
      await lockDirectory(directory)
    )();
  });

  it(
    'keeps out a second process while the first lives, and lets it in when that was killed',
    { timeout: 30_000 },
    async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
        cwd: import.meta.dirname,
        env: { ...process.env, DIRECTORY: directory },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await expect(lockDirectory(directory)).rejects.toThrow(`number ${child.pid} on ${hostname()}`);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await (
        await lockDirectory(directory)
      )();
    },
  );

  it('takes over from a process of its own number that died in an earlier container', async () => {
    await hold({ pid: process.pid, host: hostname() });
    await (
      await lockDirectory(directory)
    )();
  });

  it.each([
    ['keeps out for a holder on another machine that is alive', 5, false],
    ['takes over from a holder on another machine that was silent long', 60, true],
  ])('%s', async (_, secondsAgo, isOpen) => {
    await hold({ pid: 1, host: 'other.example.org' });
    const then = new Date(Date.now() - secondsAgo * 1000);
    await utimes(`${directory}.lock`, then, then);
    const outcome = await lockDirectory(directory).then(
      (unlock) => unlock().then(() => true),
      () => false,
    );
    expect(outcome).toBe(isOpen);
  });
});

function hold(holder: { readonly pid: number; readonly host: string }): Promise<void> {
  return writeFile(`${directory}.lock`, JSON.stringify({ token: 'earlier', ...holder }));
}

const PROGRAM = `
  import { lockDirectory } from './directory-lock.ts';
  await lockDirectory(process.env.DIRECTORY);
  console.log('locked');
  process.stdin.resume();
`;
