import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import type { Session } from './database.ts';
import { DatabaseGoneError } from './database-error.ts';

/** Statements that the compiler checks against the tables of an owner's schema file (Drizzle). */
export type TypedStatements = PgRemoteDatabase;

/**
 * Gives what builds typed statements over any session, also within a transaction of the port; Drizzle's own
 * transactions are not used. Drizzle is loaded by the first call only.
 */
export async function openTypedStatements(): Promise<(session: Session) => TypedStatements> {
  const { drizzle } = await import('drizzle-orm/pg-proxy');
  return (session) =>
    drizzle(async (statement, values: unknown[]) => ({
      // Drizzle changes nothing in the rows, but its types say that it could.
      rows: (await session.queryArrays(statement, values)) as unknown[],
    }));
}

/** A statement that waits longer than this for its answer is given up; the server may be out of reach. */
const PATIENCE_MS = 8_000;

/**
 * The answer of a typed statement. Drizzle's own faults name the statement with its values; what is thrown here is
 * the fault behind, without them.
 * @throws {DatabaseGoneError} also when no answer comes within eight seconds.
 */
export async function answerOf<Result>(statement: PromiseLike<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DatabaseGoneError(new Error('No answer in time.')));
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([statement, patience]);
  } catch (fault) {
    throw fault instanceof Error && fault.name !== 'DatabaseGoneError' && fault.cause instanceof Error
      ? fault.cause
      : fault;
  } finally {
    clearTimeout(timer);
  }
}
