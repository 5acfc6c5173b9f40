import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseError } from '../database/index.ts';
import type { BackupHeader } from './backup-format.ts';

/** Each part of the database is the folder of this name, with its migrations in a folder of their own. */
const PARTS = path.join(import.meta.dirname, '..');

/**
 * Lets backups pass whose changes to the database this code knows.
 * @throws {DatabaseError} when a newer Pandu made the backup.
 */
export async function refuseNewer(file: string, { migrations }: BackupHeader): Promise<void> {
  const known = new Set(
    (await readdir(PARTS, { recursive: true })).map((name) => name.replaceAll('\\', '/')),
  );
  const unknown = migrations.filter(
    ({ part, name }) =>
      ![...known].some((place) => place.startsWith(`${part}/`) && place.endsWith(`/${name}`)),
  );
  if (unknown.length === 0) return;
  const names = unknown.map(({ part, name }) => `${part}: ${name}`).join(', ');
  throw new DatabaseError(
    `${file} was made by a newer Pandu (${names}). Restore it with that one, or take an older backup; nothing was changed.`,
  );
}
