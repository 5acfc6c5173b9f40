import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createStaticEmbedder, readStaticModel, type Embedder } from '../../core/search/index.ts';
import { EmbedderError } from './embedder-error.ts';

/** Where the static model lies, from the top of the repository. */
export const STATIC_MODEL_FILE = 'public/model/static.bin';

/**
 * The static model of the repository at `root`; undefined when there is none.
 * @throws {StaticModelError} when it is broken.
 */
export async function openStaticFile(root: string): Promise<Embedder | undefined> {
  const file = path.join(root, STATIC_MODEL_FILE);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new EmbedderError(`${file} cannot be read.`, { cause });
  }
  return createStaticEmbedder(readStaticModel(bytes));
}
