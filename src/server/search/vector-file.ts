import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import { SearchIndexError, type VectorIndex } from '../../core/search/index.ts';

/** The name of a language's vectors within the folder of an index. */
export function vectorFileName(lang: Language): string {
  return `${lang}.vectors`;
}

const headSchema = z.object({
  lang: z.enum(LANGUAGES),
  model: z.string(),
  dimensions: z.int().positive(),
  guides: z.string(),
  count: z.int().nonnegative(),
});

/** Writes vectors as one line of JSON that says what they are, then the numbers as bytes. */
export async function writeVectors(file: string, { values, ...head }: VectorIndex): Promise<void> {
  const line = Buffer.from(`${JSON.stringify(head)}\n`);
  await writeFile(
    file,
    Buffer.concat([line, Buffer.from(values.buffer, values.byteOffset, values.byteLength)]),
  );
}

/**
 * Reads vectors; undefined when there are none.
 * @throws {SearchIndexError} when the file is broken or cut off.
 */
export async function readVectors(file: string): Promise<VectorIndex | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    const lineEnd = bytes.indexOf('\n');
    const head = headSchema.parse(JSON.parse(bytes.toString('utf8', 0, lineEnd)));
    const values = new Int8Array(new Uint8Array(bytes.subarray(lineEnd + 1)).buffer);
    const expected = head.count * head.dimensions;
    if (values.length !== expected) throw new RangeError(`${values.length} numbers instead of ${expected}`);
    return { ...head, values };
  } catch (cause) {
    throw new SearchIndexError(`${file} does not hold whole vectors. Build the site again.`, { cause });
  }
}
