import { describe, expect, it } from 'vitest';
import { SearchIndexError } from './index-files.ts';
import type { Rows } from './cluster-means.ts';
import { buildVectorFiles } from './vector-files.ts';
import { openVectorSearch } from './vector-search.ts';

const DIMENSIONS = 32;
const ROWS = scatter(3000);
const FILES = buildVectorFiles(ROWS, 100);
const QUERIES = scatter(40, 9);
const EVERYTHING = { bytes: Infinity, closer: Infinity };

describe('an index of vectors with lists', () => {
  it('finds what an exhaustive search finds when it reads every list', async () => {
    const search = openVectorSearch(loadFrom(FILES));
    for (const query of each(QUERIES).slice(0, 5)) {
      const found = await search.nearest(query, 3000, EVERYTHING);
      expect(new Set(found.map(({ document }) => document)).size).toBe(3000);
      const exact = rankAll(query);
      const errors = found.map(({ document, similarity }) => Math.abs(similarity - (exact[document] ?? 2)));
      expect(Math.max(...errors)).toBeLessThan(0.01);
      expect(recallOf(query, found.slice(0, 10))).toBeGreaterThanOrEqual(0.9);
    }
  });

  it('finds nearly all of the nearest ten from a fifth of the bytes', async () => {
    const whole = [...FILES.values()].reduce((sum, { length }) => sum + length, 0);
    let [recall, most] = [0, 0];
    for (const query of each(QUERIES)) {
      let bytes = 0;
      const search = openVectorSearch((name) => {
        const file = loadFrom(FILES)(name);
        return file.then((found) => ((bytes += found.length), found));
      });
      recall += recallOf(query, await search.nearest(query, 10, { bytes: whole / 5 })) / 40;
      most = Math.max(most, bytes);
    }
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(most).toBeLessThanOrEqual(whole / 5);
  });

  it('is the same bytes for the same rows', () => {
    expect(buildVectorFiles(scatter(3000), 100)).toEqual(FILES);
  });

  it('has no large file', () => {
    expect(Math.max(...[...FILES.values()].map(({ length }) => length))).toBeLessThan(8_000);
  });

  it('fetches each file once, and again after it failed', async () => {
    const asked: string[] = [];
    let isBroken = true;
    const search = openVectorSearch((name) => {
      asked.push(name);
      return isBroken && name.startsWith('list') ? Promise.reject(new Error('gone')) : loadFrom(FILES)(name);
    });
    const [query = new Float32Array()] = each(QUERIES);
    await expect(search.nearest(query, 10)).rejects.toThrow('gone');
    isBroken = false;
    await search.nearest(query, 10);
    const count = asked.length;
    expect(await search.nearest(query, 10)).toHaveLength(10);
    expect(asked).toHaveLength(count);
    expect(asked.filter((name) => name === 'door.bin')).toHaveLength(1);
  });
});

describe('an index of few vectors', () => {
  const few = { dimensions: DIMENSIONS, values: ROWS.values.slice(0, 200 * DIMENSIONS) };

  it('is one file, in which all are compared', async () => {
    const files = buildVectorFiles(few);
    expect([...files.keys()]).toEqual(['door.bin']);
    const query = few.values.slice(70 * DIMENSIONS, 71 * DIMENSIONS);
    const [first] = await openVectorSearch(loadFrom(files)).nearest(query, 3);
    expect(first?.document).toBe(70);
    expect(first?.similarity).toBeCloseTo(1, 2);
  });

  it.each([
    ['no rows', 0, 0],
    ['fewer rows than asked for', 3, 3],
  ])('answers with what there is: %s', async (_, rows, found) => {
    const files = buildVectorFiles({ ...few, values: few.values.slice(0, rows * DIMENSIONS) });
    const search = openVectorSearch(loadFrom(files));
    expect(await search.nearest(new Float32Array(DIMENSIONS), 10)).toHaveLength(found);
  });
});

it.each([
  ['something else', 'hello'],
  ['another version', '{"version":0}\n'],
])('says so when the door is %s', async (_, text) => {
  const search = openVectorSearch(() => Promise.resolve(new TextEncoder().encode(text)));
  await expect(search.nearest(new Float32Array(4), 1)).rejects.toThrow(SearchIndexError);
});

function loadFrom(files: ReadonlyMap<string, Uint8Array>): (name: string) => Promise<Uint8Array> {
  return (name) => {
    const bytes = files.get(name);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no ${name}`));
  };
}

/** Vectors of length 1 around sixty topics; `seed` moves the vectors, not the topics. */
function scatter(count: number, seed = 1): Rows {
  const topics = numbers(7, 60 * DIMENSIONS);
  const noise = numbers(seed, count * DIMENSIONS);
  const values = noise.map((value, index) => {
    const topic = Math.floor(index / DIMENSIONS) % 60;
    return (topics[topic * DIMENSIONS + (index % DIMENSIONS)] ?? 0) + 0.6 * value;
  });
  for (let row = 0; row < count; row++) {
    const vector = values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    const length = Math.hypot(...vector);
    vector.set(vector.map((value) => value / length));
  }
  return { dimensions: DIMENSIONS, values };
}

/** Repeatable numbers from −1 to 1. */
function numbers(seed: number, count: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

function each({ dimensions, values }: Rows): Float32Array[] {
  return Array.from({ length: values.length / dimensions }, (_, row) =>
    values.slice(row * dimensions, (row + 1) * dimensions),
  );
}

function rankAll(query: Float32Array): number[] {
  return each(ROWS).map((row) => row.reduce((sum, value, index) => sum + value * (query[index] ?? 0), 0));
}

function recallOf(query: Float32Array, found: readonly { readonly document: number }[]): number {
  const exact = rankAll(query);
  const nearest = [...exact.keys()].sort((a, b) => (exact[b] ?? 0) - (exact[a] ?? 0)).slice(0, 10);
  return found.filter(({ document }) => nearest.includes(document)).length / 10;
}
