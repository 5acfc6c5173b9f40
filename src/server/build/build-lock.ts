import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

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
const SIGN_OF_LIFE_MS = 5_000;

const holderSchema = z.object({ token: z.string(), pid: z.number(), host: z.string() });
type Holder = z.infer<typeof holderSchema>;

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
  const signOfLife = setInterval(() => {
    const now = new Date();
    // A lock that somebody took over is no longer ours to keep alive.
    utimes(file, now, now).catch(() => undefined);
  }, SIGN_OF_LIFE_MS);
  signOfLife.unref();
  try {
    return await work();
  } finally {
    clearInterval(signOfLife);
    if ((await readHolder(file))?.token === token) await rm(file, { force: true });
  }
}

async function acquire(file: string, options: LockOptions): Promise<string> {
  const holder: Holder = { token: randomUUID(), pid: process.pid, host: hostname() };
  await mkdir(path.dirname(file), { recursive: true });
  let told = false;
  for (;;) {
    if (await create(file, holder)) return holder.token;
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

async function create(file: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Gone meanwhile, or its holder died while writing it; the file's age decides.
    return undefined;
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

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** Removes a dead lock, unless another process was faster and the file is already its new lock. */
async function takeAway(file: string, dead: Holder | undefined): Promise<void> {
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
