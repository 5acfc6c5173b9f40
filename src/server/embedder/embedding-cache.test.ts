import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddingCache } from './embedding-cache.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-cache-'));
});
afterEach(() => rm(root, { recursive: true }));

/** The files of the cache, with their ages set to so many days. */
async function age(days: number): Promise<string[]> {
  const [folder = ''] = await readdir(root);
  const files = (await readdir(path.join(root, folder))).map((name) => path.join(root, folder, name));
  const at = new Date(Date.now() - days * DAY_MS);
  await Promise.all(files.map((file) => utimes(file, at, at)));
  return files;
}

describe('an embedding cache', () => {
  it('forgets a batch that nobody has used for sixty days, and its file with it', async () => {
    const cache = await openEmbeddingCache(root, 'model', 2);
    await cache.add(['halo'], [Float32Array.of(1, 0)]);
    await age(61);
    const later = await openEmbeddingCache(root, 'model', 2);
    expect(later.get('halo')).toBeUndefined();
    expect(await age(0)).toEqual([]);
  });

  it('keeps a batch as long as one of its texts is used', async () => {
    const cache = await openEmbeddingCache(root, 'model', 2);
    await cache.add(['halo', 'selamat pagi'], [Float32Array.of(1, 0), Float32Array.of(0, 1)]);
    const [file = ''] = await age(59);
    (await openEmbeddingCache(root, 'model', 2)).get('selamat pagi');
    await vi.waitFor(async () => {
      expect((await stat(file)).mtimeMs).toBeGreaterThan(Date.now() - DAY_MS);
    });
    // Two days on, it would be too old but for that.
    const inTwoDays = () => new Date(Date.now() + 2 * DAY_MS);
    const later = await openEmbeddingCache(root, 'model', 2, inTwoDays);
    expect(later.get('halo')).toEqual(Float32Array.of(1, 0));
  });
});
