import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../database/index.ts';
import type { Settings } from '../settings/index.ts';
import { backupFolder, backupName, listBackups, readBackupTime } from './backup-folder.ts';
import { UNFINISHED, writeBackup } from './write-backup.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The start itself is not slowed down. */
const FIRST_WAIT_MS = 60_000;
/** How often is looked whether a day is over; a backup that failed is tried again then. */
const LOOK_EVERY_MS = 15 * 60_000;

export interface BackupMeans {
  readonly now: () => Date;
  /** Receives one line for each backup, made or failed. */
  readonly log: (line: string) => void;
  /** Before the first look. */
  readonly firstWaitMs?: number;
  readonly lookEveryMs?: number;
}

/**
 * Copies the database within the process once a day, while it is open, and removes what is older than the newest
 * that are kept. Nothing happens for a PostgreSQL server, which has backups of its own, or when none are kept.
 */
export function startBackups(
  database: Database,
  settings: Pick<Settings, 'backups' | 'dataDir' | 'databaseUrl'>,
  { now, log, firstWaitMs = FIRST_WAIT_MS, lookEveryMs = LOOK_EVERY_MS }: BackupMeans,
): { stop(): Promise<void> } {
  const { kept } = settings.backups;
  if (settings.databaseUrl !== '' || kept === 0) return { stop: () => Promise.resolve() };
  const folder = backupFolder(settings);
  let running = Promise.resolve();
  let timer = setTimeout(look, firstWaitMs);
  timer.unref();
  function look(): void {
    running = backUpOnceADay(database, folder, kept, now(), log);
    timer = setTimeout(look, lookEveryMs);
    timer.unref();
  }
  return {
    async stop() {
      clearTimeout(timer);
      await running;
    },
  };
}

async function backUpOnceADay(
  database: Database,
  folder: string,
  kept: number,
  now: Date,
  log: (line: string) => void,
): Promise<void> {
  try {
    const [newest] = await listBackups(folder);
    if (newest !== undefined && now.getTime() - readBackupTime(newest).getTime() < DAY_MS) return;
    const name = backupName(now);
    const rows = await writeBackup(database, path.join(folder, name), now);
    log(JSON.stringify({ level: 'info', message: 'The database was backed up.', file: name, rows }));
    await removeOld(folder, kept);
  } catch (fault) {
    log(
      JSON.stringify({
        level: 'error',
        message: 'The daily backup failed; it is tried again in a quarter of an hour.',
        reason: String(fault),
      }),
    );
  }
}

async function removeOld(folder: string, kept: number): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.endsWith(UNFINISHED));
  for (const name of [...(await listBackups(folder)).slice(kept), ...left]) {
    await rm(path.join(folder, name), { force: true });
  }
}
