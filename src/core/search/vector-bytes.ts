import { LANGUAGES } from '../article/browser.ts';
import { SearchIndexError } from './index-files.ts';
import { openVectorLists, type LoadBytes, type VectorLists } from './near-vectors.ts';
import type { VectorHead, VectorIndex } from './vector-index.ts';
import { listBytes, shardBytes } from './vector-lists.ts';

const LINE_END = '\n'.charCodeAt(0);

/** The vectors of a language as bytes: one line of JSON that says what they are, then the numbers. */
export function writeVectorBytes({ values, ...head }: VectorIndex): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const bytes = new Uint8Array(line.length + values.length);
  bytes.set(line);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), line.length);
  return bytes;
}

/**
 * Reads what {@link writeVectorBytes} wrote, or opens the door of lists, whose shards `load` gives when a query
 * needs them; `name` is for messages. @throws {SearchIndexError} when it is broken or cut off.
 */
export function openVectorBytes(bytes: Uint8Array, name: string, load: LoadBytes): VectorIndex | VectorLists {
  const { head, body } = readHead(bytes, name);
  const { shards, name: build } = head;
  if (typeof build !== 'string' || !isNumbers(shards)) return readVectorBytes(bytes, name);
  const { dimensions } = head;
  const lists = shards.reduce((sum, count) => sum + count, 0);
  if (body.length !== shards.length * shardBytes(dimensions) + lists * listBytes(dimensions))
    throw cutOff(name);
  return openVectorLists({ ...readVectorHead(head), name: build, shards }, body, load);
}

/** Reads what {@link writeVectorBytes} wrote; `name` is for messages. @throws {SearchIndexError} when it is broken or cut off. */
export function readVectorBytes(bytes: Uint8Array, name: string): VectorIndex {
  const { head, body } = readHead(bytes, name);
  const { quantum } = head;
  if (typeof quantum !== 'number' || body.length !== head.count * head.dimensions) throw cutOff(name);
  return { ...readVectorHead(head), quantum, values: new Int8Array(Uint8Array.from(body).buffer) };
}

function cutOff(name: string): SearchIndexError {
  return new SearchIndexError(`${name} does not hold whole vectors. Build the site again.`);
}

type ReadHead = VectorHead & Readonly<Record<string, unknown>>;

function readHead(bytes: Uint8Array, name: string): { readonly head: ReadHead; readonly body: Uint8Array } {
  const lineEnd = bytes.indexOf(LINE_END);
  let head: Record<string, unknown>;
  try {
    head = (JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(0, lineEnd)))) ?? {}) as Record<
      string,
      unknown
    >;
  } catch (cause) {
    throw new SearchIndexError(cutOff(name).message, { cause });
  }
  const isHead =
    LANGUAGES.some((lang) => lang === head['lang']) &&
    typeof head['model'] === 'string' &&
    typeof head['guides'] === 'string' &&
    isNumbers([head['dimensions'], head['count']]);
  if (!isHead) throw cutOff(name);
  // Each of its fields was looked at above.
  return { head: head as ReadHead, body: bytes.subarray(lineEnd + 1) };
}

function readVectorHead({ lang, model, dimensions, guides, count }: VectorHead): VectorHead {
  return { lang, model, dimensions, guides, count };
}

function isNumbers(values: unknown): values is number[] {
  return Array.isArray(values) && values.every(Number.isInteger);
}
