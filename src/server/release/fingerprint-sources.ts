import { createHash, type Hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** `server` has pages made on request and an API beside the files; `static` is files alone. */
export type BuildMode = 'server' | 'static';

/** What a build depends on besides the files of the repository. */
export interface BuildInputs {
  readonly mode: BuildMode;
  readonly siteUrl: string;
  /** Says which model makes the vectors. */
  readonly embedder: string;
}

const SOURCES = ['content', 'src', 'public', 'astro.config.mjs', 'package-lock.json'];

/**
 * A name for everything that a build is made from, Node's version included: the same name means the same build.
 * Tests are left out, and so are hidden files; a source that is missing counts as empty.
 */
export async function fingerprintSources(root: string, inputs: BuildInputs): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([process.version, inputs.mode, inputs.siteUrl, inputs.embedder]));
  for (const source of SOURCES) await addPath(path.join(root, source), source, hash);
  return hash.digest('hex');
}

async function addPath(file: string, name: string, hash: Hash): Promise<void> {
  try {
    const entries = await readdir(file, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (isSource(entry.name)) await addPath(path.join(file, entry.name), `${name}/${entry.name}`, hash);
    }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') return;
    if (code !== 'ENOTDIR') throw cause;
    const bytes = await readFile(file);
    hash.update(`\0${name}\0${bytes.length}\0`).update(bytes);
  }
}

function isSource(name: string): boolean {
  return !name.startsWith('.') && !name.endsWith('~') && !/\.test\.[a-z]+$/.test(name);
}
