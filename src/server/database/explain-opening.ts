import { DatabaseError } from './database-error.ts';

/** Whether the files themselves are at fault, and not the right to use them or the room for them. */
export function isDamage(cause: unknown): boolean {
  return REMEDIES[findCode(cause)] === undefined;
}

/** What to do about a directory that the database within the process cannot be opened in. */
export function explainOpening(directory: string, cause: unknown): string {
  const code = findCode(cause);
  const remedy =
    REMEDIES[code] ??
    'Its files are damaged or not a database. Restore it from a backup, or give an empty DATA_DIR.';
  return `The database in ${directory} cannot be opened${code === '' ? '' : ` (${code})`}. ${remedy}`;
}

const NOT_WRITABLE =
  'The folder cannot be written to. Give the user that runs Pandu the right to, or set DATA_DIR to a folder that can be.';
const FULL = 'The disk is full. Free some space, or set DATA_DIR to a folder on another disk.';
const NO_FOLDER = 'A file stands where a folder must be. Set DATA_DIR to a folder.';

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: NOT_WRITABLE,
  EPERM: NOT_WRITABLE,
  EROFS: NOT_WRITABLE,
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOTDIR: NO_FOLDER,
  EEXIST: NO_FOLDER,
};

/** The system's name of the fault, also of one that was wrapped. */
function findCode(cause: unknown): string {
  for (let fault = cause; fault instanceof Error; fault = fault.cause) {
    if (fault instanceof DatabaseError) continue;
    if ('code' in fault && typeof fault.code === 'string' && /^E[A-Z]+$/.test(fault.code)) return fault.code;
  }
  return '';
}
