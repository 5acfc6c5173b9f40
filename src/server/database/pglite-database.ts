import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { PGlite } from '@electric-sql/pglite';
import type { Database, Row, Session } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { lockDirectory } from './directory-lock.ts';
import { explainOpening, isDamage } from './explain-opening.ts';
import { checkChannel } from './listen-to-server.ts';
import { answered } from './translate-fault.ts';

/** A quarter of what PostgreSQL takes by itself: a third less memory for the process, and the system's cache is near. */
const SHARED_BUFFERS = '32MB';

/** What PGlite and its transactions have in common. */
type PgliteSession = Pick<PGlite, 'query' | 'exec'>;

/**
 * Opens PostgreSQL within this process, with pgvector, over a directory that belongs to this process alone;
 * without a directory everything is gone when it closes.
 * @throws {DatabaseError} when another process has the directory open, or its files cannot be read or written.
 */
export async function openPgliteDatabase(directory?: string): Promise<Database> {
  const unlock = directory === undefined ? undefined : await lock(directory);
  try {
    if (directory !== undefined) {
      refuseHalfRestored(directory);
      await mkdir(directory, { recursive: true });
    }
    // Some 200 MB of memory: only who uses the database pays for it.
    const { PGlite: Engine } = await import('@electric-sql/pglite');
    const { vector } = await import('@electric-sql/pglite-pgvector');
    const engine = await Engine.create(directory ?? 'memory://', {
      extensions: { vector },
      startParams: [...Engine.defaultStartParams, '-c', `shared_buffers=${SHARED_BUFFERS}`],
    });
    return {
      ...sessionOf(engine),
      transaction: (work) => runTransaction(engine, work),
      listen: (channel, hear) => answered(engine.listen(checkChannel(channel), hear)),
      async close() {
        try {
          // The next start then reads no log. Files that are gone are no reason to keep the lock.
          await engine.exec('CHECKPOINT').catch(() => undefined);
          await engine.close();
        } finally {
          await unlock?.();
        }
      },
    };
  } catch (cause) {
    await unlock?.();
    if (cause instanceof DatabaseError) throw cause;
    throw new DatabaseError(explainOpening(directory ?? 'memory', cause), {
      cause,
      isDamaged: directory !== undefined && isDamage(cause),
    });
  }
}

/** Where a directory is made before it takes its place. */
export function unfinishedName(directory: string): string {
  return `${directory}.unfinished`;
}

/** An empty database in place of one that is half back would look as if everything was lost. */
function refuseHalfRestored(directory: string): void {
  const unfinished = unfinishedName(directory);
  if (existsSync(directory) || !existsSync(unfinished)) return;
  throw new DatabaseError(
    `Something was being restored into ${directory} and did not finish. Restore it again, ` +
      `or remove ${unfinished} to begin with an empty database.`,
  );
}

async function lock(directory: string): Promise<() => Promise<void>> {
  try {
    return await lockDirectory(directory);
  } catch (cause) {
    if (cause instanceof DatabaseError) throw cause;
    throw new DatabaseError(explainOpening(directory, cause), { cause });
  }
}

async function runTransaction<Result>(
  engine: PGlite,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  // What `work` itself throws is its own and not a fault of the database.
  let own: { readonly error: unknown } | undefined;
  try {
    return await engine.transaction(async (transaction) => {
      try {
        return await work(sessionOf(transaction));
      } catch (error) {
        own = { error };
        throw error;
      }
    });
  } catch (fault) {
    if (own) throw own.error;
    return answered(Promise.reject(fault instanceof Error ? fault : new Error(String(fault))));
  }
}

function sessionOf(session: PgliteSession): Session {
  return {
    query: async (statement, values = []) =>
      (await answered(session.query<Row>(statement, [...values]))).rows,
    queryArrays: async (statement, values = []) =>
      (await answered(session.query<unknown[]>(statement, [...values], { rowMode: 'array' }))).rows,
    async execute(statements) {
      const results = await answered(session.exec(statements));
      return results.flatMap(({ rows }): Row[] => rows);
    },
  };
}
