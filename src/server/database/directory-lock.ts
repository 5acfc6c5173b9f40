import { mkdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import {
  createLock,
  describeSelf,
  giveSignsOfLife,
  isRunning,
  readHolder,
  takeAway,
  type Holder,
} from '../lock/index.ts';
import { DatabaseError } from './database-error.ts';

/** A holder on another machine that gave no sign of life for this long is taken for dead. */
const SILENCE_MS = 30_000;

/** The locks of this very process: a process of the same number may have died before, as in a container. */
const held = new Set<string>();

/**
 * Takes a directory for this process alone, by a file beside it, and gives what gives it back. The lock of a
 * process that is gone is taken over.
 * @throws {DatabaseError} when another process, or this one, has the directory open.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = `${path.resolve(directory)}.lock`;
  const holder = describeSelf();
  await mkdir(path.dirname(file), { recursive: true });
  while (!(await createLock(file, holder))) {
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
  const signOfLife = giveSignsOfLife(file);
  return async () => {
    clearInterval(signOfLife);
    held.delete(holder.token);
    if ((await readHolder(file))?.token === holder.token) await rm(file, { force: true });
  };
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
