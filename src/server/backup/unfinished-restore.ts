import { DatabaseError, holdMigrations, type Database, type Session } from '../database/index.ts';

/** Has no column, so that it counts for nothing where tables are listed. */
const MARK = 'public.unfinished_restore';

/** Marks a database that something is about to be put into; what ends that in the middle leaves the mark. */
export async function markUnfinished(session: Session): Promise<void> {
  await session.execute(`CREATE TABLE IF NOT EXISTS ${MARK} ()`);
}

/** To be called in the transaction that puts all in. */
export async function removeMark(session: Session): Promise<void> {
  await session.execute(`DROP TABLE ${MARK}`);
}

/**
 * Lets a database pass that is whole, or waits until it is: an empty one in place of one that is half there would
 * look as if everything was lost.
 * @throws {DatabaseError} when something was being put into it and did not finish.
 */
export async function refuseUnfinished(database: Database): Promise<void> {
  if (!(await isMarked(database))) return;
  const isStill = await database.transaction(async (session) => {
    await holdMigrations(session);
    return isMarked(session);
  });
  if (!isStill) return;
  throw new DatabaseError(
    'Something was being put into the database and did not finish. Call the same "npm run data" command again, ' +
      `or remove its table ${MARK} to begin with an empty database.`,
  );
}

async function isMarked(session: Session): Promise<boolean> {
  const [row] = await session.query('SELECT to_regclass($1) IS NOT NULL AS found', [MARK]);
  return row?.['found'] === true;
}
