import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/** Vectors that were made before, by text. */
export interface EmbeddingCache {
  get(text: string): Float32Array | undefined;
  /** Keeps the vectors of some texts; when it settles, a crash does not lose them. */
  add(texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>;
}

const ENDING = '.vectors';
/** A batch of which no text was asked for by then belongs to guides that have changed. */
const KEEP_MS = 60 * 24 * 60 * 60 * 1000;

const headSchema = z.object({
  model: z.string(),
  dimensions: z.int().positive(),
  texts: z.array(z.string()),
  sum: z.string(),
});

/**
 * Opens the vectors that `model` has made, below `root`; `model` names everything that changes vectors.
 * Each batch is a file of its own that appears whole or not at all. One that does not hold what it says is
 * removed, and its texts count as new; so is one that nobody has used for sixty days.
 */
export async function openEmbeddingCache(
  root: string,
  model: string,
  dimensions: number,
  now: () => Date = () => new Date(),
): Promise<EmbeddingCache> {
  const folder = path.join(root, hash(`${model}\0${dimensions}`));
  await mkdir(folder, { recursive: true });
  const known = new Map<string, { readonly vector: Float32Array; readonly file: string }>();
  const used = new Set<string>();
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const isFresh = name.endsWith(ENDING) && now().getTime() - (await stat(file)).mtimeMs < KEEP_MS;
    const batch = isFresh ? readBatch(await readFile(file), model, dimensions) : undefined;
    if (!batch) await rm(file, { force: true });
    for (const [key, vector] of batch ?? []) known.set(key, { vector, file });
  }
  return {
    get(text) {
      const found = known.get(hash(text));
      if (found && !used.has(found.file)) {
        used.add(found.file);
        // Only its age: a mark that fails costs an embedding in sixty days.
        void utimes(found.file, now(), now()).catch(() => undefined);
      }
      return found?.vector;
    },
    async add(texts, vectors) {
      const keys = texts.map(hash);
      const draft = path.join(folder, `${randomUUID()}.draft`);
      await writeFile(draft, writeBatch(keys, vectors, model, dimensions), { flush: true });
      const file = path.join(folder, `${hash(keys.join(' '))}${ENDING}`);
      await rename(draft, file);
      for (const [index, vector] of vectors.entries()) known.set(keys[index] ?? '', { vector, file });
    },
  };
}

function writeBatch(
  keys: readonly string[],
  vectors: readonly Float32Array[],
  model: string,
  dimensions: number,
): Buffer {
  const numbers = Buffer.concat(vectors.map((vector) => Buffer.from(Float32Array.from(vector).buffer)));
  const head = { model, dimensions, texts: keys, sum: hash(numbers) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), numbers]);
}

/** Undefined for a batch that is cut off, changed, or of another model. */
function readBatch(
  bytes: Buffer,
  model: string,
  dimensions: number,
): [key: string, vector: Float32Array][] | undefined {
  const lineEnd = bytes.indexOf('\n');
  const head = headSchema.safeParse(parseJson(bytes.toString('utf8', 0, Math.max(0, lineEnd))));
  const numbers = bytes.subarray(lineEnd + 1);
  if (!head.success || head.data.model !== model || head.data.dimensions !== dimensions) return undefined;
  const { texts, sum } = head.data;
  if (numbers.length !== texts.length * dimensions * Float32Array.BYTES_PER_ELEMENT) return undefined;
  if (hash(numbers) !== sum) return undefined;
  const values = new Float32Array(Uint8Array.from(numbers).buffer);
  return texts.map((key, index) => [key, values.slice(index * dimensions, (index + 1) * dimensions)]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Cut off: the schema refuses it.
    return undefined;
  }
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 32);
}
