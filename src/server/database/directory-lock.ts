import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { DatabaseError } from './database-error.ts';

/** A holder on another machine that gave no sign of life for this long is taken for dead. */
const SILENCE_MS = 30_000;
const SIGN_OF_LIFE_MS = 5_000;

const holderSchema = z.object({ token: z.string(), pid: z.number(), host: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** The locks of this very process: a process of the same number may have died before, as in a container. */
const held = new Set<string>();

/**
 * Takes a directory for this process alone, by a file beside it, and gives what gives it back. The lock of a
 * process that is gone is taken over.
 * @throws {DatabaseError} when another process, or this one, has the directory open.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = `${path.resolve(directory)}.lock`;
  const holder: Holder = { token: randomUUID(), pid: process.pid, host: hostname() };
  await mkdir(path.dirname(file), { recursive: true });
  while (!(await create(file, holder))) {
    const other = await readHolder(file);
    if (!(await isDead(file, other))) {
      throw new DatabaseError(
        `The database in ${directory} is open in another process (${other ? `number ${other.pid} on ${other.host}` : 'just starting'}). ` +
          'Stop that one first, give this one a DATA_DIR of its own, or set DATABASE_URL to a PostgreSQL server that both share.',
      );
    }
    await takeAway(file, other);
  }
  held.add(holder.token);
  const signOfLife = setInterval(() => {
    const now = new Date();
    // A lock that somebody took over is no longer ours to keep alive.
    utimes(file, now, now).catch(() => undefined);
  }, SIGN_OF_LIFE_MS);
  signOfLife.unref();
  return async () => {
    clearInterval(signOfLife);
    held.delete(holder.token);
    if ((await readHolder(file))?.token === holder.token) await rm(file, { force: true });
  };
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

async function isDead(file: string, holder: Holder | undefined): Promise<boolean> {
  if (holder?.host === hostname()) {
    return holder.pid === process.pid ? !held.has(holder.token) : !isRunning(holder.pid);
  }
  try {
    return Date.now() - (await stat(file)).mtimeMs > SILENCE_MS;
  } catch {
    // Gone: nothing to take away, the next try creates it.
    return true;
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
  if ((await readHolder(aside))?.token === dead?.token) await rm(aside, { force: true });
  else await rename(aside, file);
}
