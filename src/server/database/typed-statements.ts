import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import type { Session } from './database.ts';

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
