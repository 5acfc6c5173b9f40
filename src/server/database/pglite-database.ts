import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { PGlite } from '@electric-sql/pglite';
import type { Database, Row, Session } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { lockDirectory } from './directory-lock.ts';
import { explainOpening, isDamage } from './explain-opening.ts';
import { checkChannel } from './listen-to-server.ts';
import { startEngine, type Engine } from './pglite-engine.ts';
import { keepRunning, type ReopeningEngine } from './reopening-engine.ts';
import { answered } from './translate-fault.ts';

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
    const start = () => startEngine(directory);
    const running = keepRunning(await start(), directory, start);
    return {
      ...sessionOf(running.get),
      transaction: async (work) => runTransaction(await running.get(), work),
      listen: (channel, hear) => listenAgain(running, checkChannel(channel), hear),
      async close() {
        try {
          await closeEngine(running);
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
    `Something was being put into ${directory} and did not finish. Call the same "npm run data" command again, ` +
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
  engine: Engine,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  // What `work` itself throws is its own and not a fault of the database.
  let own: { readonly error: unknown } | undefined;
  try {
    return await engine.transaction(async (transaction) => {
      try {
        return await work(sessionOf(() => Promise.resolve(transaction)));
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

function sessionOf(find: () => Promise<PgliteSession>): Session {
  return {
    query: async (statement, values = []) =>
      (await answered((await find()).query<Row>(statement, [...values]))).rows,
    queryArrays: async (statement, values = []) =>
      (await answered((await find()).query<unknown[]>(statement, [...values], { rowMode: 'array' }))).rows,
    async execute(statements) {
      const results = await answered((await find()).exec(statements));
      return results.flatMap(({ rows }): Row[] => rows);
    },
  };
}

/** Listens to the engine, and to each that takes its place; `hear` is then called with ''. */
async function listenAgain(
  running: ReopeningEngine,
  channel: string,
  hear: (text: string) => void,
): Promise<() => Promise<void>> {
  let end = await answered((await running.get()).listen(channel, hear));
  const forget = running.onReopened(async (engine) => {
    end = await engine.listen(channel, hear);
    hear('');
  });
  return () => {
    forget();
    return end();
  };
}

async function closeEngine(running: ReopeningEngine): Promise<void> {
  const engine = running.last();
  // The next start then reads no log. Files that are gone are no reason to keep the lock.
  if (!engine.isAbandoned) await engine.exec('CHECKPOINT').catch(() => undefined);
  if (!engine.isAbandoned) await engine.close();
}
