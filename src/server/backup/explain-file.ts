const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'This user has no right to. Give it the right, or name a file elsewhere.',
  EPERM: 'This user has no right to. Give it the right, or name a file elsewhere.',
  EROFS: 'The disk is read-only. Name a file elsewhere.',
  ENOSPC: 'The disk is full. Free some space, or name a file on another disk.',
  EDQUOT: 'The disk is full. Free some space, or name a file on another disk.',
  EEXIST: 'There is a file of that name already, and it is left as it is. Name another one.',
  ENOENT: 'There is no such file. Look at its name.',
  EISDIR: 'It is a folder. Name a file.',
  ENOTDIR: 'A file stands where a folder must be. Name a file elsewhere.',
};

/** What to do about a file that cannot be read or written; `otherwise` when it is not the file that is at fault. */
export function explainFile(file: string, cause: unknown, otherwise?: string): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const remedy = REMEDIES[code];
  if (remedy === undefined && otherwise !== undefined) return otherwise;
  return `${file} cannot be used${code === '' ? '' : ` (${code})`}. ${remedy ?? 'Look at its disk.'}`;
}
