import { DatabaseGoneError } from './database-error.ts';

/**
 * Classes of SQLSTATE (PostgreSQL, appendix A) that blame no statement: connection, login, resources,
 * intervention by an operator, system, configuration, crash.
 */
const CLASSES_OF_THE_SERVER = new Set(['08', '28', '53', '57', '58', 'F0', 'XX']);
/** `read_only_sql_transaction`: a server that has become a standby. */
const READ_ONLY = '25006';

/** The SQLSTATE of a fault; undefined when it is not PostgreSQL's own. */
export function readSqlState(fault: unknown): string | undefined {
  if (!(fault instanceof Error) || !('code' in fault)) return undefined;
  return typeof fault.code === 'string' && /^[0-9A-Z]{5}$/.test(fault.code) && !/^E[A-Z]+$/.test(fault.code)
    ? fault.code
    : undefined;
}

/** Tells a database that is away from a statement that is wrong: the first becomes a {@link DatabaseGoneError}. */
export function translateFault(fault: unknown): unknown {
  const state = readSqlState(fault);
  // What has no SQLSTATE comes from the way to the server, or from the engine itself.
  const isGone = state === undefined || state === READ_ONLY || CLASSES_OF_THE_SERVER.has(state.slice(0, 2));
  return isGone ? new DatabaseGoneError(fault) : fault;
}

/** Waits for an answer of the database; a fault is translated. */
export async function answered<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (fault) {
    throw translateFault(fault);
  }
}
