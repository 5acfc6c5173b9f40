import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaticEmbedder } from '../../core/search/index.ts';
import { openTransformerEmbedder, STATIC_MODEL_FILE } from '../embedder/index.ts';
import { readShippedModel } from './stage-quantise.ts';
import { writeTransformerFolder } from './transformer-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const MODEL = readShippedModel(ROOT);
const EMBEDDER = createStaticEmbedder(MODEL);
const LARGEST_BYTES = 6_000_000;

describe('the model that ships', () => {
  it('stays small', async () => {
    expect((await stat(path.join(ROOT, STATIC_MODEL_FILE))).size).toBeLessThan(LARGEST_BYTES);
  });

  it.each([
    [
      'saldo kepotong tapi ga masuk',
      'Transfer berhasil, penerima belum menerima dana',
      'Lupa kata sandi akun belajar',
    ],
    ['paketnya ga gerak dari kemaren', 'Tracking does not move', 'Tax return cannot be filed'],
    ['forgot my password', 'lupa kata sandi', 'barang rusak'],
    ['wa gw dibajak org', 'Akun media sosial diambil alih', 'Aplikasi tidak bisa dibuka'],
  ])('puts %j nearer to %j than to %j', async (query, right, wrong) => {
    const [asked, near, far] = await EMBEDDER.embed([query, right, wrong], 'query');
    expect(cosine(asked, near)).toBeGreaterThan(cosine(asked, far) + 0.1);
  });
});

describe('the model that ships, for transformers.js', () => {
  let parent: string;
  beforeAll(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'pandu-shipped-'));
  });
  afterAll(() => rm(parent, { recursive: true }));

  it('gives the same vectors', async () => {
    const folder = path.join(parent, 'pandu-static');
    writeTransformerFolder(folder, MODEL);
    const transformer = await openTransformerEmbedder({ model: folder, weights: 'fp32' });
    const texts = [
      'Saldo kepotong 2x tapi ga masuk2 😡',
      "can't log in, the OTP never arrives",
      'Transfeeeer BI-FAST masih diproses…',
      'résumé naïve kartuku ketelen',
    ];
    const [theirs, ours] = await Promise.all([
      transformer.embed(texts, 'query'),
      EMBEDDER.embed(texts, 'query'),
    ]);
    for (const [index, text] of texts.entries())
      expect(cosine(theirs[index], ours[index]), text).toBeGreaterThan(0.999);
  });
});

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  return a?.reduce((sum, value, index) => sum + value * (b?.[index] ?? 0), 0) ?? 0;
}
