import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readRecord, type BuildRecord } from './build-record.ts';

/** A finished server build. */
export interface Release {
  readonly folder: string;
  readonly record: BuildRecord;
}

// <out>/server/current        the name of the release in use, one line
// <out>/server/<name>/        one release; never changed once it is named in `current`
const POINTER = 'current';

/** The release in use below an output folder, or undefined when there is none that is whole. */
export async function findRelease(out: string): Promise<Release | undefined> {
  const name = await readPointer(out);
  if (name === undefined) return undefined;
  const folder = path.join(out, 'server', name);
  const record = await readRecord(folder);
  return record && { folder, record };
}

/**
 * Puts a release into use in one step, then removes all others but the one before, which a running
 * server may still be serving.
 */
export async function publishRelease(out: string, folder: string): Promise<void> {
  const former = await readPointer(out);
  const name = path.basename(folder);
  const draft = path.join(out, 'server', `.${POINTER}-${randomUUID()}`);
  await writeFile(draft, `${name}\n`);
  await rename(draft, path.join(out, 'server', POINTER));
  await keepOnly(out, [name, former]);
}

/** The folders of all releases, whole or not. */
export async function releaseFolders(out: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(path.join(out, 'server'), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(out, 'server', name));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}

async function keepOnly(out: string, names: readonly (string | undefined)[]): Promise<void> {
  const folders = await releaseFolders(out);
  const doomed = folders.filter((folder) => !names.includes(path.basename(folder)));
  await Promise.all(doomed.map((folder) => rm(folder, { recursive: true, force: true })));
}

async function readPointer(out: string): Promise<string | undefined> {
  try {
    const name = (await readFile(path.join(out, 'server', POINTER), 'utf8')).trim();
    return /^[\w-]+$/.test(name) ? name : undefined;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
