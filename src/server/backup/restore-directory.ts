import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseError, lockDirectory, openPgliteDatabase, unfinishedName } from '../database/index.ts';
import { readBackupHeader } from './read-backup.ts';
import { restoreBackup } from './restore-backup.ts';

export interface RestoredDirectory {
  readonly rows: number;
  /** Where what was there lies now. */
  readonly aside?: string;
}

/**
 * Makes a directory for the database within the process from a backup. It is made beside its place and takes it when
 * it is whole, so whatever ends the process in the middle leaves the place as it was, or free with a note beside it
 * that the next start heeds. With `movesAside`, what is there, damaged or not, is kept beside it under another name.
 * @throws {DatabaseError} as `restoreBackup`, and when the directory is in use, or holds something and may not move.
 */
export async function restoreDirectory(
  file: string,
  directory: string,
  { movesAside, now }: { readonly movesAside: boolean; readonly now: Date },
): Promise<RestoredDirectory> {
  // A wrong name is said first; all of the file is checked before anything is put in.
  await readBackupHeader(file);
  const unlock = await lockDirectory(directory);
  try {
    const isFree = !existsSync(directory) || (await readdir(directory)).length === 0;
    if (!isFree && !movesAside) {
      throw new DatabaseError(
        `There is a database in ${directory} already; nothing was changed. Name another folder with --into, ` +
          'or add --aside, which keeps that one beside it under another name.',
      );
    }
    const unfinished = unfinishedName(directory);
    await rm(unfinished, { recursive: true, force: true });
    const rows = await fill(unfinished, file);
    if (isFree) {
      await rm(directory, { recursive: true, force: true });
      await rename(unfinished, directory);
      return { rows };
    }
    const aside = `${directory}-${now.toISOString().replaceAll(':', '-').slice(0, 19)}`;
    await rename(directory, aside);
    await rename(unfinished, directory);
    return { rows, aside: path.normalize(aside) };
  } finally {
    await unlock();
  }
}

async function fill(unfinished: string, file: string): Promise<number> {
  try {
    const database = await openPgliteDatabase(unfinished);
    try {
      return await restoreBackup(database, file);
    } finally {
      await database.close();
    }
  } catch (cause) {
    await rm(unfinished, { recursive: true, force: true });
    throw cause;
  }
}
