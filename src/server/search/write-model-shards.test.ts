import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createStaticEmbedder,
  EmbedderMismatchError,
  openSemanticSide,
  type Embedder,
  type StaticModel,
} from '../../core/search/index.ts';
import { writeModelShards } from './write-model-shards.ts';
import { writeSearchFolder } from './write-search-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pandu-shards-'));
});
afterAll(() => rm(folder, { recursive: true }));

const PIECES = Array.from(
  { length: 100 },
  (_, index) => `k${String.fromCharCode(97 + (index % 26)).repeat(1 + index / 26)}`,
);
const MODEL: StaticModel = {
  id: 'toy',
  dimensions: 2,
  rows: new Map(PIECES.map((piece, row) => [piece, row])),
  scales: Float32Array.from(PIECES, (_, row) => 1 + row),
  table: Int8Array.from({ length: 200 }, (_, index) => (index % 15) - 7),
};

describe('writeModelShards', () => {
  it('writes files from which a browser embeds as the whole model does', async () => {
    await writeSearch(createStaticEmbedder(MODEL));
    const { embedder, vectors } = await openSemanticSide('id', (name) => readFile(path.join(folder, name)));
    const texts = [PIECES.join(' '), 'kz kaaa', 'unknown'];
    expect(await embedder.embed(texts, 'query')).toEqual(
      await createStaticEmbedder(MODEL).embed(texts, 'query'),
    );
    expect(vectors).toMatchObject({ model: 'toy', count: 0 });
  });

  it('is refused beside vectors of another model', async () => {
    await writeSearch({ ...createStaticEmbedder(MODEL), id: 'another' });
    const opening = openSemanticSide('id', (name) => readFile(path.join(folder, name)));
    await expect(opening).rejects.toThrow(EmbedderMismatchError);
  });
});

async function writeSearch(embedder: Embedder): Promise<void> {
  await writeSearchFolder(folder, {}, [], embedder);
  await writeModelShards(folder, MODEL, []);
}
