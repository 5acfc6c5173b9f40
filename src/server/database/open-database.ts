import path from 'node:path';
import type { Settings } from '../settings/index.ts';
import type { Database } from './database.ts';
import { openPgliteDatabase } from './pglite-database.ts';
import { openPostgresDatabase } from './postgres-database.ts';

/**
 * The database of the settings: the server at DATABASE_URL, or the one within this process, below DATA_DIR.
 * @throws {DatabaseError} when it cannot be opened.
 */
export function openDatabase({
  databaseUrl,
  dataDir,
}: Pick<Settings, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  return databaseUrl === ''
    ? openPgliteDatabase(path.join(dataDir, 'postgres'))
    : openPostgresDatabase(databaseUrl);
}
