import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Embedder } from '../../core/search/index.ts';
import { cachePassages } from './cached-embedder.ts';
import { openEmbeddingCache } from './embedding-cache.ts';

let root: string;
let embedded: string[];
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-embeddings-'));
  embedded = [];
});
afterEach(() => rm(root, { recursive: true }));

const TEXTS = Array.from({ length: 150 }, (_, index) => 'x'.repeat(index + 1));

describe('cachePassages', () => {
  it('gives what the embedder gives, and asks it once for each text', async () => {
    const [first] = await cached().embed(['a', 'bb', 'a'], 'passage');
    const again = await cached().embed(['bb', 'a', 'ccc'], 'passage');
    expect(first).toEqual(vectorOf('a'));
    expect(again).toEqual(['bb', 'a', 'ccc'].map(vectorOf));
    expect(embedded).toEqual(['a', 'bb', 'ccc']);
  });

  it('goes on where a build stopped', async () => {
    await expect(cached({ failAfter: 100 }).embed(TEXTS, 'passage')).rejects.toThrow('gone');
    const done = embedded.length;
    embedded = [];
    expect(await cached().embed(TEXTS, 'passage')).toEqual(TEXTS.map(vectorOf));
    expect([done, embedded.length]).toEqual([64, 150 - 64]);
  });

  it.each([
    ['cut off', (file: string) => truncate(file, 300)],
    ['emptied', (file: string) => truncate(file, 0)],
    ['changed', async (file: string) => writeFile(file, flipLastByte(await readFile(file)))],
  ])('embeds anew what a file holds that was %s', async (_, damage) => {
    await cached().embed(TEXTS.slice(0, 5), 'passage');
    await damage((await keptFiles())[0] ?? '');
    embedded = [];
    expect(await cached().embed(TEXTS.slice(0, 5), 'passage')).toEqual(TEXTS.slice(0, 5).map(vectorOf));
    expect(embedded).toHaveLength(5);
  });

  it('takes nothing from another model, and nothing for a query', async () => {
    await cached().embed(['a'], 'passage');
    await cached({ model: 'other' }).embed(['a'], 'passage');
    await cached().embed(['a'], 'query');
    expect(embedded).toEqual(['a', 'a', 'a']);
  });

  it('says how far it is and how long the rest takes', async () => {
    const lines: string[] = [];
    let time = 0;
    const now = () => (time += 6_000);
    await cached({ onProgress: (line) => lines.push(line), now }).embed(TEXTS, 'passage');
    expect(lines).toEqual([
      'Embedding 150 passages with tiny …',
      '  64 of 150 passages, about 27 s left',
      '  128 of 150 passages, about 4 s left',
      '  150 of 150 passages',
    ]);
    await cached({ onProgress: (line) => lines.push(line), now }).embed(TEXTS, 'passage');
    expect(lines).toHaveLength(4);
  });
});

interface Changes {
  readonly failAfter?: number;
  readonly model?: string;
  readonly onProgress?: (line: string) => void;
  readonly now?: () => number;
}

function cached({ failAfter = Infinity, model = 'tiny', ...rest }: Changes = {}): Embedder {
  const embedder: Embedder = {
    id: model,
    dimensions: 2,
    embed(texts) {
      if (embedded.length + texts.length > failAfter) return Promise.reject(new Error('gone'));
      embedded.push(...texts);
      return Promise.resolve(texts.map(vectorOf));
    },
  };
  return cachePassages(embedder, { openCache: () => openEmbeddingCache(root, model, 2), ...rest });
}

function vectorOf(text: string): Float32Array {
  return Float32Array.of(text.length, 1);
}

async function keptFiles(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
}

function flipLastByte(bytes: Buffer): Buffer {
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return bytes;
}
