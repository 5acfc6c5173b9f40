import { readFile, writeFile } from 'node:fs/promises';
import { readVectorBytes, writeVectorBytes, type VectorIndex } from '../../core/search/index.ts';

/** Writes the vectors of a language. */
export async function writeVectors(file: string, vectors: VectorIndex): Promise<void> {
  await writeFile(file, writeVectorBytes(vectors));
}

/**
 * Reads vectors; undefined when there are none.
 * @throws {SearchIndexError} when the file is broken or cut off.
 */
export async function readVectors(file: string): Promise<VectorIndex | undefined> {
  try {
    return readVectorBytes(await readFile(file), file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
