import { mkdir } from 'node:fs/promises';
import type { Database, Row, Session } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { lockDirectory } from './directory-lock.ts';

/** What PGlite and its transactions have in common. */
interface PgliteSession {
  query(statement: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  exec(statements: string): Promise<unknown>;
}

/**
 * Opens PostgreSQL within this process, with pgvector, over a directory that belongs to this process alone;
 * without a directory everything is gone when it closes.
 * @throws {DatabaseError} when another process has the directory open, or its files cannot be read.
 */
export async function openPgliteDatabase(directory?: string): Promise<Database> {
  const unlock = directory === undefined ? undefined : await lockDirectory(directory);
  try {
    if (directory !== undefined) await mkdir(directory, { recursive: true });
    // A third of a gigabyte of memory: only who uses the database pays for it.
    const { PGlite } = await import('@electric-sql/pglite');
    const { vector } = await import('@electric-sql/pglite-pgvector');
    const database = await PGlite.create(directory ?? 'memory://', { extensions: { vector } });
    return {
      ...sessionOf(database),
      transaction: (work) => database.transaction((transaction) => work(sessionOf(transaction))),
      async close() {
        // The next start then reads no log.
        await database.exec('CHECKPOINT');
        await database.close();
        await unlock?.();
      },
    };
  } catch (cause) {
    await unlock?.();
    throw new DatabaseError(
      `The database in ${directory ?? 'memory'} cannot be opened. Restore it from a backup, or give an empty DATA_DIR.`,
      { cause },
    );
  }
}

function sessionOf(session: PgliteSession): Session {
  return {
    // Rows are objects as long as no other row mode is asked for.
    query: async (statement, values = []) => (await session.query(statement, [...values])).rows as Row[],
    async execute(statements) {
      await session.exec(statements);
    },
  };
}
