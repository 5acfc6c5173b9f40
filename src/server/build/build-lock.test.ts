import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withBuildLock } from './build-lock.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pandu-lock-'));
  file = path.join(folder, 'lock');
});
afterEach(() => rm(folder, { recursive: true }));

describe('withBuildLock', () => {
  it('gives what the work gives and leaves nothing behind', async () => {
    expect(await withBuildLock(file, () => Promise.resolve(3))).toBe(3);
    expect(await readdir(folder)).toEqual([]);
  });

  it('frees the lock when the work fails', async () => {
    await expect(withBuildLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await readdir(folder)).toEqual([]);
  });

  it('lets many run one after the other', async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
    };
    await Promise.all(Array.from({ length: 5 }, () => withBuildLock(file, work, { pollMs: 1 })));
    expect(most).toBe(1);
  });

  it('says once whom it waits for', async () => {
    const waits: number[] = [];
    const slow = withBuildLock(file, () => new Promise((resolve) => setTimeout(resolve, 40)));
    await new Promise((resolve) => setTimeout(resolve, 10));
    await withBuildLock(file, () => Promise.resolve(), { pollMs: 2, onWait: (pid) => waits.push(pid) });
    await slow;
    expect(waits).toEqual([process.pid]);
  });

  it('takes over from a process that was killed while it held the lock', async () => {
    const lock = new URL('./build-lock.ts', import.meta.url).pathname;
    const program = `import { withBuildLock } from ${JSON.stringify(lock)};
      await withBuildLock(${JSON.stringify(file)}, () => new Promise((done) => { console.log('held'); setTimeout(done, 60_000); }));`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(await readdir(folder)).toEqual(['lock']);
    expect(await withBuildLock(file, () => Promise.resolve('mine'), { pollMs: 1 })).toBe('mine');
  });

  it('takes over from a holder elsewhere only after a long silence', async () => {
    await writeFile(file, JSON.stringify({ token: 't', pid: 1, host: `${hostname()}-other` }));
    let isDone = false;
    const waiting = withBuildLock(file, () => Promise.resolve(void (isDone = true)), {
      pollMs: 2,
      silenceMs: 60_000,
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isDone).toBe(false);
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(file, longAgo, longAgo);
    await waiting;
    expect(isDone).toBe(true);
  });

  it('does not remove a lock that somebody took over', async () => {
    const theirs = JSON.stringify({ token: 'theirs', pid: process.pid, host: hostname() });
    await withBuildLock(file, () => writeFile(file, theirs));
    expect(await readFile(file, 'utf8')).toBe(theirs);
  });

  it('takes over a lock that was cut off while being written, once it is old', async () => {
    await writeFile(file, '{"tok');
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(file, longAgo, longAgo);
    expect(await withBuildLock(file, () => Promise.resolve('mine'), { silenceMs: 60_000 })).toBe('mine');
  });
});
