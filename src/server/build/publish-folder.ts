import { rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a finished folder in the place of `target`. Between the two renames `target` is absent for an instant;
 * when the process dies just there, {@link recoverFolder} puts the old one back.
 */
export async function publishFolder(finished: string, target: string): Promise<void> {
  const former = formerOf(target);
  await rm(former, { recursive: true, force: true });
  if (await exists(target)) await rename(target, former);
  await rename(finished, target);
  await rm(former, { recursive: true, force: true });
}

/** Undoes a publication that was cut off half-way. */
export async function recoverFolder(target: string): Promise<void> {
  const former = formerOf(target);
  if (!(await exists(target)) && (await exists(former))) await rename(former, target);
}

function formerOf(target: string): string {
  return path.join(path.dirname(target), `.${path.basename(target)}-former`);
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return false;
    throw cause;
  }
}
