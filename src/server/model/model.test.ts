import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaticEmbedder } from '../../core/search/index.ts';
import { openTransformerEmbedder } from '../embedder/index.ts';
import { contrast } from './contrast.ts';
import type { Example } from './example.ts';
import { quantise } from './quantise.ts';
import { openRandom } from '../random/index.ts';
import { openReader } from './reader.ts';
import { regress } from './regress.ts';
import { startTable } from './start-table.ts';
import type { Targets } from './targets.ts';
import { poolRows, type TokenTable } from './token-table.ts';
import { writeTransformerFolder } from './transformer-folder.ts';
import { learnVocabulary } from './vocabulary.ts';

const EXAMPLES: readonly Example[] = [
  {
    id: ['kode otp tidak masuk', 'otp ga masuk'],
    en: ['the code does not arrive'],
    weight: 1,
    source: 'toy',
  },
  { id: ['paket belum sampai'], en: ['the parcel has not come'], weight: 1, source: 'toy' },
  { id: ['uang saya belum kembali'], en: ['my money is not back'], weight: 1, source: 'toy' },
];
const DIMENSIONS = 4;
const TARGETS: Targets = [
  Float32Array.of(1, 0, 0, 0),
  Float32Array.of(0, 1, 0, 0),
  Float32Array.of(0, 0, 1, 0),
];

describe('training', () => {
  it('makes the same numbers from the same seed, and others from another', () => {
    expect(train(1).values).toEqual(train(1).values);
    expect(train(2).values).not.toEqual(train(1).values);
  });

  it('points texts at the targets, in both languages and informally', () => {
    const table = train(1);
    expect(nearestTarget(table, 'otp ga masuk')).toBe(0);
    expect(nearestTarget(table, 'my parcel')).toBe(1);
    expect(nearestTarget(table, 'uang kembali')).toBe(2);
  });

  it('draws texts of one meaning together and others apart', () => {
    const table = train(1);
    const reader = openReader(table.pieces, new Map(), openRandom(0));
    const before = similarity(table, 'kode', 'sampai');
    const pair = (a: string, b: string) => ({ a: reader.read(a), b: reader.read(b), meaning: a, weight: 1 });
    const groups = () => [[pair('kode', 'sampai'), pair('uang', 'parcel')]];
    contrast(table, groups, { steps: 200, rate: 0.02, temperature: 0.1 }, () => undefined);
    expect(before).toBeLessThan(0.4);
    expect(similarity(table, 'kode', 'sampai')).toBeGreaterThan(0.6);
    expect(similarity(table, 'kode', 'parcel')).toBeLessThan(0.2);
  });
});

describe('quantise', () => {
  it('keeps the direction of every row within an eighth of its length', () => {
    const random = openRandom(3);
    const values = Float32Array.from({ length: 50 * 64 }, () => random() + random() + random() - 1.5);
    const table = { pieces: Array.from({ length: 50 }, (_, row) => `p${row}`), dimensions: 64, values };
    const { scales, table: levels } = quantise(table, 'toy');
    for (let row = 0; row < 50; row++) {
      const [exact, error] = [0, 1].map((way) =>
        Math.hypot(
          ...Array.from({ length: 64 }, (_, at) => {
            const value = values[row * 64 + at] ?? 0;
            return way === 0 ? value : value - (scales[row] ?? 0) * (levels[row * 64 + at] ?? 0);
          }),
        ),
      );
      expect((error ?? 1) / (exact ?? 1)).toBeLessThan(1 / 8);
    }
  });
});

describe('the folder for transformers.js', () => {
  let parent: string;
  beforeAll(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'pandu-model-'));
  });
  afterAll(() => rm(parent, { recursive: true }));

  it('embeds as the static model does', async () => {
    const model = quantise(train(1), 'toy');
    const folder = path.join(parent, 'toy');
    writeTransformerFolder(folder, model);
    const transformer = await openTransformerEmbedder({ model: folder, weights: 'fp32' });
    const texts = [
      'Kode OTP tidak masuk!',
      'paketnyaaa blm sampai 2x',
      'Café: my money?',
      'uang 漢字 kembali',
    ];
    const [theirs, ours] = await Promise.all([
      transformer.embed(texts, 'query'),
      createStaticEmbedder(model).embed(texts, 'query'),
    ]);
    for (const [index, text] of texts.entries()) {
      expect(
        cosine(theirs[index] ?? new Float32Array(), ours[index] ?? new Float32Array()),
        text,
      ).toBeGreaterThan(0.999);
    }
  });
});

function train(seed: number): TokenTable {
  const counts = new Map(
    EXAMPLES.flatMap(({ id, en }) => [...id, ...en])
      .join(' ')
      .split(' ')
      .map((word) => [word, 1]),
  );
  const pieces = learnVocabulary(counts, { words: 40, continuations: 20 });
  const random = openRandom(seed);
  const reader = openReader(pieces, new Map([['tidak', ['ga', 'nggak']]]), random);
  const table = startTable(pieces, EXAMPLES, TARGETS, reader, DIMENSIONS);
  regress(table, EXAMPLES, TARGETS, reader, { epochs: 60, rate: 0.05, batch: 2 }, random, () => undefined);
  return table;
}

function nearestTarget(table: TokenTable, text: string): number {
  const vector = embed(table, text);
  const cosines = TARGETS.map((target) => cosine(vector, target ?? new Float32Array(DIMENSIONS)));
  return cosines.indexOf(Math.max(...cosines));
}

function similarity(table: TokenTable, a: string, b: string): number {
  return cosine(embed(table, a), embed(table, b));
}

function embed(table: TokenTable, text: string): Float32Array {
  const out = new Float32Array(table.dimensions);
  poolRows(table, openReader(table.pieces, new Map(), openRandom(0)).read(text), out);
  return out;
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}
