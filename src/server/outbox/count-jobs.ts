import type { Database } from '../database/index.ts';
import type { JobName } from './outbox.ts';

/** Of pg-boss in the database. */
export const SCHEMA = 'outbox';

/** Counted in the table itself: what pg-boss counts is some seconds old. */
export async function countJobs(
  database: Database,
  names: readonly JobName[],
): Promise<{ readonly waiting: number; readonly failed: number }> {
  const [row] = await database.query(
    `SELECT count(*) FILTER (WHERE state IN ('created', 'retry', 'active')) AS waiting,
            count(*) FILTER (WHERE state = 'failed') AS failed
     FROM ${SCHEMA}.job WHERE name = ANY($1::text[])`,
    [names],
  );
  return { waiting: Number(row?.['waiting'] ?? 0), failed: Number(row?.['failed'] ?? 0) };
}
