import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmbedderError } from './embedder-error.ts';
import { writeTinyModel } from './fake-onnx-model.ts';
import { openTransformerEmbedder } from './transformer-embedder.ts';

let root: string;

const TOKENS = ['[PAD]', '[UNK]', 'uang', 'duit', 'sinyal', 'query', 'passage', ':'];
const VECTORS = [
  [0, 0, 0],
  [0, 0, 0],
  [3, 0, 0],
  [4, 3, 0],
  [0, 0, 2],
  [0, 5, 0],
  [0, -5, 0],
  [0, 0, 0],
];

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-model-'));
  await writeTinyModel(path.join(root, 'plain'), { tokens: TOKENS, vectors: VECTORS });
  await writeTinyModel(path.join(root, 'tiny-e5'), { tokens: TOKENS, vectors: VECTORS });
});
afterAll(() => rm(root, { recursive: true }));

describe('openTransformerEmbedder', () => {
  it('gives the mean of the token vectors, brought to length 1', async () => {
    const embedder = await openTransformerEmbedder({ model: path.join(root, 'plain') });
    const [single, pair] = await embedder.embed(['uang', 'uang sinyal'], 'query');
    expect(embedder.dimensions).toBe(3);
    expect([...(single ?? [])]).toEqual([1, 0, 0]);
    expect([...(pair ?? [])].map((value) => value.toFixed(3))).toEqual(['0.832', '0.000', '0.555']);
  });

  it('puts words of near vectors nearer than others, however many texts there are', async () => {
    const embedder = await openTransformerEmbedder({ model: path.join(root, 'plain'), weights: 'fp32' });
    const vectors = await embedder.embed(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? 'duit' : 'sinyal')),
      'passage',
    );
    expect(vectors).toHaveLength(40);
    expect(vectors[39]?.[0]).toBeCloseTo(0.8);
    expect(vectors[38]?.[2]).toBeCloseTo(1);
  });

  it('tells an e5 model what is a query and what a passage', async () => {
    const embedder = await openTransformerEmbedder({ model: path.join(root, 'tiny-e5') });
    const [query] = await embedder.embed(['uang'], 'query');
    const [passage] = await embedder.embed(['uang'], 'passage');
    expect(Math.sign(query?.[1] ?? 0)).toBe(1);
    expect(Math.sign(passage?.[1] ?? 0)).toBe(-1);
  });

  it('names the files that a folder lacks', async () => {
    const opened = openTransformerEmbedder({ model: root });
    await expect(opened).rejects.toThrow(EmbedderError);
    await expect(openTransformerEmbedder({ model: root })).rejects.toThrow(/onnx\/model_quantized\.onnx/);
  });
});
