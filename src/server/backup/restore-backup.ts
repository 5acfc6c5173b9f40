import { DatabaseError, holdMigrations, type Database, type Session } from '../database/index.ts';
import type { BackupHeader } from './backup-format.ts';
import { describeSchema } from './describe-schema.ts';
import { refuseNewer } from './refuse-newer.ts';
import { checkBackup, readBackupRows } from './read-backup.ts';
import { markUnfinished, removeMark } from './unfinished-restore.ts';

/** About as many characters are given to the database at once; a row that is larger goes alone. */
const BATCH_CHARACTERS = 500_000;
const MOST_ROWS = 500;

/**
 * Puts a backup into an empty database, whole or not at all, and gives the number of rows. What the code has changed
 * since is done by the next start, as with any older database. Statements in the file are run as they are: it must
 * come from somebody who is trusted.
 * @throws {DatabaseError} when the file is damaged or from a newer Pandu, or the database is not empty; nothing has
 * changed then. What fails or ends later leaves the database empty, and marked so that no server starts over it.
 */
export async function restoreBackup(database: Database, file: string): Promise<number> {
  const header = await checkBackup(file);
  await refuseNewer(file, header);
  await database.transaction(async (session) => {
    await holdMigrations(session);
    await refuseUnlessEmpty(session);
    await markUnfinished(session);
  });
  await database.transaction(async (session) => {
    // A server that starts over the same database waits until it is whole.
    await holdMigrations(session);
    await refuseUnlessEmpty(session);
    await removeMark(session);
    await session.execute("SET LOCAL search_path = ''; SET LOCAL check_function_bodies = off");
    await runAll(session, header.before);
    await insertAll(session, file, header);
    for (const { name, value, isCalled } of header.sequences) {
      await session.query('SELECT setval($1::text::regclass, $2::text::bigint, $3::boolean)', [
        name,
        value,
        isCalled,
      ]);
    }
    await runAll(session, header.after);
    await compareCounts(session, file, header);
  });
  // The database within the process has nobody who would do it by itself.
  await database.execute('ANALYZE');
  return header.tables.reduce((sum, { rows }) => sum + rows, 0);
}

async function refuseUnlessEmpty(session: Session): Promise<void> {
  const { tables } = await describeSchema(session);
  if (tables.length === 0) return;
  throw new DatabaseError(
    `The database that the backup should go to is not empty: it has ${tables.length} tables (${tables[0]?.name ?? ''} …). ` +
      'Name an empty one; nothing was changed.',
  );
}

async function runAll(session: Session, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await session.execute(statement);
}

async function insertAll(session: Session, file: string, { tables }: BackupHeader): Promise<void> {
  const rows = readBackupRows(file);
  for (const table of tables) {
    const insert = insertStatement(table);
    let batch: (readonly (string | null)[])[] = [];
    let characters = 0;
    for (let left = table.rows; left > 0; left--) {
      const next = await rows.next();
      if (next.done === true) break;
      batch.push(next.value);
      characters += next.value.reduce((sum, value) => sum + (value?.length ?? 0), 0);
      if (characters < BATCH_CHARACTERS && batch.length < MOST_ROWS && left > 1) continue;
      await session.query(insert, [JSON.stringify(batch)]);
      batch = [];
      characters = 0;
    }
  }
  await rows.return(undefined);
}

function insertStatement({ name, columns }: BackupHeader['tables'][number]): string {
  const names = columns.map((column) => column.name).join(', ');
  const values = columns.map(({ type }, place) => `(row ->> ${place})::${type}`).join(', ');
  return (
    `INSERT INTO ${name} (${names}) OVERRIDING SYSTEM VALUE ` +
    `SELECT ${values} FROM json_array_elements($1::text::json) AS batch(row)`
  );
}

async function compareCounts(session: Session, file: string, { tables }: BackupHeader): Promise<void> {
  for (const { name, rows } of tables) {
    const [found] = await session.query(`SELECT count(*)::text AS n FROM ONLY ${name}`);
    if (Number(found?.['n']) !== rows) {
      throw new DatabaseError(`${file} did not arrive whole: ${name}. Nothing was changed; try again.`);
    }
  }
}
