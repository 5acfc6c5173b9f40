import type { Database, Row } from '../database/index.ts';
import type { FailedJob, JobName } from './outbox.ts';

const MOST_LISTED = 200;
/** Any other text is no id of a job. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Counted in the table itself: what pg-boss counts is some seconds old. */
export async function countJobs(
  database: Database,
  schema: string,
  names: readonly JobName[],
): Promise<{ readonly waiting: number; readonly failed: number }> {
  const [row] = await database.query(
    `SELECT count(*) FILTER (WHERE state IN ('created', 'retry', 'active')) AS waiting,
            count(*) FILTER (WHERE state = 'failed') AS failed
     FROM ${schema}.job WHERE name = ANY($1::text[])`,
    [names],
  );
  return { waiting: Number(row?.['waiting'] ?? 0), failed: Number(row?.['failed'] ?? 0) };
}

export async function listFailed(
  database: Database,
  schema: string,
  names: readonly JobName[],
): Promise<readonly FailedJob[]> {
  const rows = await database.query(
    `SELECT id, name, data, created_on, completed_on FROM ${schema}.job
     WHERE name = ANY($1::text[]) AND state = 'failed' ORDER BY completed_on DESC, id LIMIT ${MOST_LISTED}`,
    [names],
  );
  return rows.map((row) => failedJob(row, names));
}

/** The kind of a job that was given up. */
export async function findFailed(
  database: Database,
  schema: string,
  names: readonly JobName[],
  id: string,
): Promise<JobName | undefined> {
  if (!ID.test(id)) return undefined;
  const [row] = await database.query(
    `SELECT name FROM ${schema}.job WHERE id = $1 AND name = ANY($2::text[]) AND state = 'failed'`,
    [id, names],
  );
  return names.find((name) => name === row?.['name']);
}

function failedJob(row: Row, names: readonly JobName[]): FailedJob {
  const { id, data, created_on: createdAt, completed_on: failedAt } = row;
  const name = names.find((known) => known === row['name']);
  if (!name || typeof data !== 'object' || !(createdAt instanceof Date) || !(failedAt instanceof Date)) {
    throw new TypeError('The table of jobs has another form.');
  }
  const job = Object.fromEntries(Object.entries(data ?? {}).map(([key, value]) => [key, String(value)]));
  return { id: String(id), name, job, createdAt, failedAt };
}
