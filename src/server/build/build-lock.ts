import { mkdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createLock,
  describeSelf,
  giveSignsOfLife,
  isRunning,
  readHolder,
  takeAway,
  type Holder,
} from '../lock/index.ts';

export interface LockOptions {
  /** Called once when another build holds the lock, with the number of its process. */
  readonly onWait?: (pid: number) => void;
  /** Milliseconds between two looks at a held lock. Default 500. */
  readonly pollMs?: number;
  /** A holder that gave no sign of life for this long is taken for dead. Default two minutes. */
  readonly silenceMs?: number;
}

const POLL_MS = 500;
const SILENCE_MS = 120_000;

/**
 * Runs `work` while holding the lock file, one process at a time; waits for the others. The lock of a process
 * that is gone, or that was silent too long, is taken over: a killed build stops nobody.
 */
export async function withBuildLock<T>(
  file: string,
  work: () => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const token = await acquire(file, options);
  const signOfLife = giveSignsOfLife(file);
  try {
    return await work();
  } finally {
    clearInterval(signOfLife);
    if ((await readHolder(file))?.token === token) await rm(file, { force: true });
  }
}

async function acquire(file: string, options: LockOptions): Promise<string> {
  const holder = describeSelf();
  await mkdir(path.dirname(file), { recursive: true });
  let told = false;
  for (;;) {
    if (await createLock(file, holder)) return holder.token;
    const other = await readHolder(file);
    if (await isDead(file, other, options.silenceMs ?? SILENCE_MS)) {
      await takeAway(file, other);
      continue;
    }
    if (!told && other) options.onWait?.(other.pid);
    told ||= other !== undefined;
    await sleep(options.pollMs ?? POLL_MS);
  }
}

async function isDead(file: string, holder: Holder | undefined, silenceMs: number): Promise<boolean> {
  if (holder?.host === hostname() && !isRunning(holder.pid)) return true;
  try {
    return Date.now() - (await stat(file)).mtimeMs > silenceMs;
  } catch {
    // Gone: nothing to take away, the next try creates it.
    return false;
  }
}
