import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../settings/index.ts';
import { checkBackup } from './read-backup.ts';

const NAME = /^pandu-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.jsonl\.gz$/;

/** Where the daily backups lie. */
export function backupFolder({ backups, dataDir }: Pick<Settings, 'backups' | 'dataDir'>): string {
  return backups.folder === '' ? path.join(dataDir, 'backup') : backups.folder;
}

/** The name of a backup that is made now; names are in the order of time. */
export function backupName(now: Date): string {
  return `pandu-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.jsonl.gz`;
}

/** When a backup of that name was begun. */
export function readBackupTime(name: string): Date {
  const [day = '', time = ''] = name.slice('pandu-'.length).split('T');
  return new Date(`${day}T${time.slice(0, 8).replaceAll('-', ':')}Z`);
}

/** The names of the backups in a folder, the newest first; none where there is no such folder. */
export async function listBackups(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder))
      .filter((name) => NAME.test(name))
      .sort()
      .reverse();
  } catch {
    // No folder, or one that may not be read: nothing to come back from.
    return [];
  }
}

/** The newest backup that is whole, as a path; damaged ones are passed over. */
export async function findNewestBackup(folder: string): Promise<string | undefined> {
  for (const name of await listBackups(folder)) {
    const file = path.join(folder, name);
    const isWhole = await checkBackup(file).then(
      () => true,
      () => false,
    );
    if (isWhole) return file;
  }
  return undefined;
}
