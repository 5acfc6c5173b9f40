import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';

const SIGN_OF_LIFE_MS = 5_000;

const holderSchema = z.object({ token: z.string(), pid: z.number(), host: z.string() });

/** Who holds a lock file; the token is another one for each taking. */
export type Holder = z.infer<typeof holderSchema>;

/** This process, as the holder of a lock that it is about to take. */
export function describeSelf(): Holder {
  return { token: randomUUID(), pid: process.pid, host: hostname() };
}

/** Takes the lock by making its file; false when the file is there already. */
export async function createLock(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

/** Who the file says holds the lock; undefined when it is gone or cannot be read. */
export async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Gone meanwhile, or its holder died while writing it; the file's age decides.
    return undefined;
  }
}

/** Renews the age of the file now and then, until the timer is cleared. */
export function giveSignsOfLife(file: string): NodeJS.Timeout {
  const timer = setInterval(() => {
    const now = new Date();
    // A lock that somebody took over is no longer ours to keep alive.
    utimes(file, now, now).catch(() => undefined);
  }, SIGN_OF_LIFE_MS);
  timer.unref();
  return timer;
}

/** Whether a process of this machine has that number now. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** Removes a dead lock, unless another process was faster and the file is already its new lock. */
export async function takeAway(file: string, dead: Holder | undefined): Promise<void> {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return;
    throw cause;
  }
  const taken = await readHolder(aside);
  if (taken?.token === dead?.token) await rm(aside, { force: true });
  else await rename(aside, file);
}
