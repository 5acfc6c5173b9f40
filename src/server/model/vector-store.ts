import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 12;

/**
 * Vectors of texts on disk, appended as they come, so that a stage that was stopped goes on where
 * it was. A record is a key of 12 bytes (of the text's SHA-256) and the vector as 32-bit floats; a
 * record that was cut short is dropped when the file is opened.
 */
export interface VectorStore {
  readonly size: number;
  has(text: string): boolean;
  get(text: string): Float32Array | undefined;
  append(texts: readonly string[], vectors: readonly Float32Array[]): void;
}

/** Opens the store of one model in a folder, empty when there is none. `dimensions` is part of its name. */
export function openVectorStore(folder: string, model: string, dimensions: number): VectorStore {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${model.replace(/[^\w.-]+/g, '_')}.${dimensions}.f32`);
  const recordBytes = KEY_BYTES + 4 * dimensions;
  if (existsSync(path)) truncateSync(path, Math.floor(statSync(path).size / recordBytes) * recordBytes);
  const vectors = new Map<string, Uint8Array>();
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  for (let start = 0; start < bytes.length; start += recordBytes) {
    const key = bytes.toString('hex', start, start + KEY_BYTES);
    vectors.set(key, bytes.subarray(start + KEY_BYTES, start + recordBytes));
  }
  return {
    get size() {
      return vectors.size;
    },
    has: (text) => vectors.has(keyOf(text)),
    get: (text) => {
      const record = vectors.get(keyOf(text));
      return record && new Float32Array(Uint8Array.from(record).buffer);
    },
    append: (texts, added) => {
      const records = texts.map((text, index) => {
        const values = new Uint8Array(Float32Array.from(added[index] ?? []).buffer);
        vectors.set(keyOf(text), values);
        return Buffer.concat([Buffer.from(keyOf(text), 'hex'), values]);
      });
      appendFileSync(path, Buffer.concat(records));
    },
  };
}

function keyOf(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 2 * KEY_BYTES);
}
