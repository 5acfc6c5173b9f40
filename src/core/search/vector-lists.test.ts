import { describe, expect, it } from 'vitest';
import { SearchIndexError } from './index-files.ts';
import type { LoadBytes, VectorLists } from './near-vectors.ts';
import { openVectorBytes } from './vector-bytes.ts';
import type { GuideVectors } from './vector-index.ts';
import { writeVectorLists } from './write-vector-lists.ts';

const DIMENSIONS = 32;
const VECTORS = scatter(3000);
const FILES = writeVectorLists(VECTORS);
const QUERIES = each(scatter(40, 9));

describe('the lists of many guides', () => {
  it('find nearly all of the nearest ten in at most a dozen requests', async () => {
    let [recall, most] = [0, 0];
    for (const query of QUERIES) {
      const asked: string[] = [];
      const lists = open((name) => (asked.push(name), load(name)));
      const { found } = await lists.nearest(query);
      recall +=
        recallOf(
          query,
          found.slice(0, 10).map(({ document }) => document),
        ) / QUERIES.length;
      most = Math.max(most, asked.length);
    }
    expect(recall).toBeGreaterThanOrEqual(0.95);
    expect(most).toBeLessThanOrEqual(11);
  });

  it('say of each guide that they read how near it is', async () => {
    for (const query of QUERIES.slice(0, 5)) {
      const exact = rankAll(query);
      const { found } = await open(load).nearest(query);
      expect(found.length).toBeGreaterThan(300);
      for (const { document, similarity } of found) {
        expect(Math.abs(similarity - (exact[document] ?? 2))).toBeLessThan(0.03);
      }
      const similarities = found.map(({ similarity }) => similarity);
      expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
    }
  });

  it('say about how near the guides are that they did not read', async () => {
    for (const query of QUERIES) {
      const { found, elsewhere } = await open(load).nearest(query);
      expect(elsewhere).toBeLessThan(found[0]?.similarity ?? 0);
      expect(elsewhere).toBeGreaterThan(0);
    }
  });

  it('hold each guide once', () => {
    const numbers = [...FILES.shards.values()].flatMap((bytes) => {
      const view = new DataView(bytes.buffer);
      return Array.from({ length: bytes.length / (8 + DIMENSIONS) }, (_, place) =>
        view.getUint32(place * (8 + DIMENSIONS), true),
      );
    });
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 3000 }, (_, number) => number));
  });

  it('are the same bytes for the same vectors, and have other names for others', () => {
    expect(writeVectorLists(scatter(3000))).toEqual(FILES);
    const others = writeVectorLists(scatter(3000, 2));
    expect([...others.shards.keys()].some((name) => FILES.shards.has(name))).toBe(false);
  });

  it('fetch each shard once, and again after it failed', async () => {
    const asked: string[] = [];
    let isBroken = true;
    const lists = open((name) => {
      asked.push(name);
      return isBroken ? Promise.reject(new Error('gone')) : load(name);
    });
    const [query = new Float32Array()] = QUERIES;
    await expect(lists.nearest(query)).rejects.toThrow('gone');
    isBroken = false;
    await lists.nearest(query);
    const count = asked.length;
    await lists.nearest(query);
    expect(asked).toHaveLength(count);
  });

  it.each([0, 1, 5])('answer with what there is: %s guides', async (count) => {
    const files = writeVectorLists(scatter(count));
    const lists = openVectorBytes(files.door, 'id.vectors', (name) =>
      Promise.resolve(files.shards.get(name) ?? new Uint8Array()),
    ) as VectorLists;
    const { found, elsewhere } = await lists.nearest(new Float32Array(DIMENSIONS).fill(0.1));
    expect([found.length, elsewhere]).toEqual([count, 0]);
  });

  it('say so when the door is cut off', () => {
    expect(() => openVectorBytes(FILES.door.subarray(0, -3), 'id.vectors', load)).toThrow(SearchIndexError);
  });
});

function open(loadBytes: LoadBytes): VectorLists {
  const opened = openVectorBytes(FILES.door, 'id.vectors', loadBytes);
  if ('values' in opened) throw new Error('these are no lists');
  return opened;
}

function load(name: string): Promise<Uint8Array> {
  const bytes = FILES.shards.get(name);
  return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no ${name}`));
}

/** Vectors of many lengths around sixty topics; `seed` moves the vectors, not the topics. */
function scatter(count: number, seed = 1): GuideVectors {
  const topics = numbers(7, 60 * DIMENSIONS);
  const noise = numbers(seed, count * DIMENSIONS);
  const values = noise.map((value, index) => {
    const topic = Math.floor(index / DIMENSIONS) % 60;
    return (topics[topic * DIMENSIONS + (index % DIMENSIONS)] ?? 0) + 0.6 * value;
  });
  for (let row = 0; row < count; row++) {
    const vector = values.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    const length = Math.hypot(...vector) * (1 + (row % 7) / 10);
    vector.set(vector.map((value) => value / length));
  }
  return { lang: 'id', model: 'm', dimensions: DIMENSIONS, guides: 'g', count, values };
}

/** Repeatable numbers from −1 to 1. */
function numbers(seed: number, count: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

function each({ count, values }: GuideVectors): Float32Array[] {
  return Array.from({ length: count }, (_, row) => values.slice(row * DIMENSIONS, (row + 1) * DIMENSIONS));
}

function rankAll(query: Float32Array): number[] {
  return each(VECTORS).map((row) => row.reduce((sum, value, index) => sum + value * (query[index] ?? 0), 0));
}

function recallOf(query: Float32Array, found: readonly number[]): number {
  const exact = rankAll(query);
  const nearest = [...exact.keys()].sort((a, b) => (exact[b] ?? 0) - (exact[a] ?? 0)).slice(0, 10);
  return found.filter((document) => nearest.includes(document)).length / 10;
}
