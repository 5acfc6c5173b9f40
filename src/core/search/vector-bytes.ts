import { LANGUAGES, type Language } from '../article/browser.ts';
import { SearchIndexError } from './index-files.ts';
import type { VectorIndex } from './vector-index.ts';

const LINE_END = '\n'.charCodeAt(0);

/** The vectors of a language as bytes: one line of JSON that says what they are, then the numbers. */
export function writeVectorBytes({ values, ...head }: VectorIndex): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const bytes = new Uint8Array(line.length + values.length);
  bytes.set(line);
  bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), line.length);
  return bytes;
}

/** Reads what {@link writeVectorBytes} wrote; `name` is for messages. @throws {SearchIndexError} when it is broken or cut off. */
export function readVectorBytes(bytes: Uint8Array, name: string): VectorIndex {
  const lineEnd = bytes.indexOf(LINE_END);
  const head = readHead(bytes.subarray(0, Math.max(0, lineEnd)));
  const values = new Int8Array(Uint8Array.from(bytes.subarray(lineEnd + 1)).buffer);
  if (!head || values.length !== head.count * head.dimensions) {
    throw new SearchIndexError(`${name} does not hold whole vectors. Build the site again.`);
  }
  return { ...head, values };
}

function readHead(bytes: Uint8Array): Omit<VectorIndex, 'values'> | undefined {
  let head: unknown;
  try {
    head = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Said by the caller, who knows the name.
    return undefined;
  }
  const { lang, model, dimensions, guides, count, quantum } = (head ?? {}) as Record<string, unknown>;
  const isHead =
    LANGUAGES.includes(lang as Language) &&
    typeof model === 'string' &&
    typeof guides === 'string' &&
    typeof quantum === 'number' &&
    [dimensions, count].every(Number.isInteger);
  if (!isHead) return undefined;
  return {
    lang: lang as Language,
    model,
    dimensions: Number(dimensions),
    guides,
    count: Number(count),
    quantum,
  };
}
