import { DatabaseError, DatabaseGoneError, openDatabase, type Database } from '../database/index.ts';
import type { Settings } from '../settings/index.ts';
import { backupFolder, findNewestBackup } from './backup-folder.ts';
import { describeSchema } from './describe-schema.ts';
import { refuseUnfinished } from './unfinished-restore.ts';

/**
 * Opens the database of the settings and reads a row of each table, which finds files that are gone or damaged at
 * their beginning; the daily backup reads all of it.
 * @throws {DatabaseError} when it cannot be opened or read; for a damaged one the message names the newest backup
 * that is whole and the command that brings it back. Nothing is moved or changed by itself.
 */
export async function openCheckedDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'dataDir' | 'backups'>,
): Promise<Database> {
  try {
    const database = await openDatabase(settings);
    await checkTables(database);
    return database;
  } catch (cause) {
    const isDamaged = cause instanceof DatabaseError && cause.isDamaged;
    if (!isDamaged || settings.databaseUrl !== '') throw cause;
    throw new DatabaseError(`${cause.message}\n\n${await describeWayBack(settings)}`, { cause });
  }
}

async function checkTables(database: Database): Promise<void> {
  try {
    await refuseUnfinished(database);
    await database.transaction(async (session) => {
      const { tables } = await describeSchema(session);
      for (const { name } of tables) await session.query(`SELECT * FROM ${name} LIMIT 1`);
    });
  } catch (cause) {
    await database.close().catch(() => undefined);
    if (!(cause instanceof DatabaseGoneError)) throw cause;
    throw new DatabaseError(
      'The database opens, but its tables cannot be read: some of its files are damaged.',
      {
        cause,
        isDamaged: true,
      },
    );
  }
}

async function describeWayBack(settings: Pick<Settings, 'dataDir' | 'backups'>): Promise<string> {
  const folder = backupFolder(settings);
  const newest = await findNewestBackup(folder);
  return newest === undefined
    ? `There is no backup in ${folder} that is whole. Set the database's folder aside, or set DATA_DIR to an empty one, to begin anew.`
    : `The newest backup that is whole is ${newest}. To come back to it, keeping the damaged files beside it:\n\n` +
        `  npm run data -- restore ${newest} --aside`;
}
