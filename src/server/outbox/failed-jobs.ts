import type { Database, Row } from '../database/index.ts';
import { SCHEMA } from './count-jobs.ts';
import { sayThatItWaits } from './wake.ts';

/** A job that was tried for a day and more, and given up. It names nobody: a job holds ids alone. */
export interface FailedJob {
  readonly id: string;
  readonly kind: string;
  readonly createdAt: Date;
  readonly failedAt: Date;
  readonly tries: number;
  /** The name of the last fault; '' where none was kept. */
  readonly reason: string;
}

const MOST_LISTED = 200;
/** As often again as a new job is tried. */
const MORE_TRIES = 24;
/** Any other text is no id of a job. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What the outbox throws in place of a fault, and what pg-boss says of a process that died. */
const REASON = /^[A-Za-z ]{1,60}$/;
const FAILED = "state = 'failed' AND name NOT LIKE '\\_\\_%'";

/** Those that were given up in the last two weeks, the newest first, at most 200, and how many there are. */
export async function listFailedJobs(
  database: Database,
): Promise<{ readonly count: number; readonly jobs: readonly FailedJob[] }> {
  if (!(await hasOutbox(database))) return { count: 0, jobs: [] };
  const rows = await database.query(
    `SELECT id, name, created_on, completed_on, retry_count, coalesce(output ->> 'message', output #>> '{value,message}')
       AS reason, count(*) OVER () AS count
     FROM ${SCHEMA}.job WHERE ${FAILED} ORDER BY completed_on DESC, id LIMIT ${MOST_LISTED}`,
  );
  return { count: Number(rows[0]?.['count'] ?? 0), jobs: rows.map(failedJob) };
}

/**
 * Lets a job that was given up wait again, or all of them, and wakes who carries them out. Gives how many. The next
 * tries come as far apart as the last ones did.
 */
export async function retryFailedJobs(database: Database, which: string): Promise<number> {
  if (!(which === 'all' || ID.test(which)) || !(await hasOutbox(database))) return 0;
  return database.transaction(async (session) => {
    // The count of tries stays: it tells that a try before may have come through (see the journal).
    const rows = await session.query(
      `UPDATE ${SCHEMA}.job SET state = 'retry', retry_limit = retry_count + ${MORE_TRIES}, completed_on = NULL,
         start_after = now()
       WHERE ${FAILED} AND ($1 = 'all' OR id::text = $1) RETURNING name`,
      [which],
    );
    for (const name of new Set(rows.map((row) => String(row['name'])))) await sayThatItWaits(session, name);
    return rows.length;
  });
}

/** Without a desk there never was one. */
async function hasOutbox(database: Database): Promise<boolean> {
  const [row] = await database.query(`SELECT to_regclass('${SCHEMA}.job')::text AS found`);
  return typeof row?.['found'] === 'string';
}

function failedJob(row: Row): FailedJob {
  const { id, name, created_on: createdAt, completed_on: failedAt, retry_count: retries, reason } = row;
  if (!(createdAt instanceof Date) || !(failedAt instanceof Date)) {
    throw new TypeError('The table of jobs has another form.');
  }
  return {
    id: String(id),
    kind: String(name),
    createdAt,
    failedAt,
    tries: Number(retries) + 1,
    reason: typeof reason === 'string' && REASON.test(reason) ? reason : '',
  };
}
