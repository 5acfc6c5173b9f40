import { describe, expect, it } from 'vitest';
import { EmbedderMismatchError } from './embedder.ts';
import { fakeArticle } from './fake-articles.ts';
import { fakeEmbedder } from './fake-embedder.ts';
import { buildVectorIndex, rankBySimilarity } from './vector-index.ts';

const EMBEDDER = fakeEmbedder('topics', [['otp'], ['kurir']]);
const GUIDES = [
  fakeArticle({ id: 'government/c', title: 'Lainnya' }),
  fakeArticle({
    id: 'e-commerce/a',
    title: 'Paket',
    description: 'Paket belum sampai',
    symptoms: ['Kurir tidak datang.'],
  }),
  fakeArticle({ id: 'banking/b', title: 'Kode', asks: ['otp ga masuk'] }),
  fakeArticle({ id: 'banking/b', lang: 'en', title: 'Code' }),
];

describe('buildVectorIndex', () => {
  it('gives each guide of the language one vector, in index order', async () => {
    const index = await buildVectorIndex(GUIDES, 'id', EMBEDDER);
    expect(index).toMatchObject({ lang: 'id', model: 'topics', dimensions: 3, count: 3 });
    expect(index.values).toHaveLength(3 * 3);
  });

  it('is empty without guides', async () => {
    expect(await buildVectorIndex([], 'id', EMBEDDER)).toMatchObject({ count: 0, values: new Int8Array() });
  });
});

describe('rankBySimilarity', () => {
  it('ranks guides by what their texts say together', async () => {
    const index = await buildVectorIndex(GUIDES, 'id', EMBEDDER);
    const { found: courier } = await rankBySimilarity('kurir di mana', index, EMBEDDER);
    expect(courier[0]?.document).toBe(0);
    expect(courier[0]?.similarity).toBeGreaterThan(courier[1]?.similarity ?? 1);
    expect(courier[0]?.similarity).toBeLessThanOrEqual(1.01);
    expect((await rankBySimilarity('OTP', index, EMBEDDER)).found[0]?.document).toBe(1);
  });

  it('counts a description more than a symptom, and gives unlike texts less than plain ones', async () => {
    const guides = [
      fakeArticle({ id: 'banking/a', title: 'Kode', description: 'kurir', symptoms: ['otp'] }),
      fakeArticle({ id: 'banking/b', title: 'otp', description: 'otp', symptoms: ['otp'] }),
      fakeArticle({ id: 'banking/c', title: 'Kode', description: 'otp', symptoms: ['kurir'] }),
    ];
    const index = await buildVectorIndex(guides, 'id', EMBEDDER);
    const { found } = await rankBySimilarity('otp', index, EMBEDDER);
    expect(found.map(({ document }) => document)).toEqual([1, 2, 0]);
    expect(found[0]?.similarity).toBeGreaterThan(0.95);
    expect(found[1]?.similarity).toBeLessThan(0.75);
  });

  it.each([
    ['model', fakeEmbedder('others', [['otp'], ['kurir']])],
    ['size', fakeEmbedder('topics', [['otp']])],
  ])('refuses an embedder of another %s', async (_, embedder) => {
    const index = await buildVectorIndex(GUIDES, 'id', EMBEDDER);
    await expect(rankBySimilarity('otp', index, embedder)).rejects.toThrow(EmbedderMismatchError);
  });
});
