import type { Article } from '../../core/article/index.ts';
import {
  compareGuides,
  openVectorBytes,
  rankBySimilarity,
  vectorFileName,
  type Embedder,
  type GuideVectors,
} from '../../core/search/index.ts';
import { compress, type FileMap } from './file-map.ts';
import { summarise, type Latency } from './latency.ts';
import type { LabelledQuery } from './load-corpus.ts';
import { spreadOf, type Spread } from './percentile.ts';
import type { VectorBuild } from './vector-build.ts';

/** What the vectors of one size find, and what they cost. */
export interface VectorRow {
  readonly kind: 'guides' | 'passages';
  readonly passages: number;
  readonly vectors: number;
  readonly files: number;
  readonly indexBytes: number;
  /** Share of the ten that an exhaustive search finds that are among the ten found. */
  readonly recall: number;
  /** Shares of the queries whose guide is among the first three, found and by an exhaustive search; undefined without guides. */
  readonly right: { readonly found: number; readonly exhaustive: number } | undefined;
  /** What one query fetches when nothing is there yet. */
  readonly bytes: Spread;
  readonly brotliBytes: Spread;
  readonly requests: Spread;
  /** With all files in memory. */
  readonly latency: Latency;
  readonly buildMs: number;
  readonly peakBytes: number;
}

const DEPTH = 10;
const FIRST = 3;
const REPEATS = 5;
/** Of the queries, so many are weighed after brotli. */
const BROTLI_STEP = 5;

/** Asks every query of the files as a browser does, and of all vectors. `guides` are those of the vectors, in any order. */
export async function measureVectors(
  vectors: GuideVectors,
  { files, ms, peakBytes }: VectorBuild,
  queries: readonly LabelledQuery[],
  embedder: Embedder,
  guides: readonly Article[],
): Promise<Omit<VectorRow, 'kind' | 'passages'>> {
  const places = new Map(guides.toSorted(compareGuides).map(({ id }, place) => [id, place]));
  const cold = [];
  for (const query of queries) cold.push(await askCold(query, vectors, files, embedder));
  const brotli = [];
  for (const { fetched } of cold.filter((_, index) => index % BROTLI_STEP === 0)) {
    brotli.push((await Promise.all(fetched.map(compress))).reduce(sumBytes, 0));
  }
  const warm = open(vectors, files);
  const times = [];
  for (const { q } of queries) times.push(await timeRepeats(() => rankBySimilarity(q, warm, embedder)));
  const labelled = cold.filter(({ query }) => query.lang === vectors.lang && places.has(query.problem));
  const isRight = (query: LabelledQuery, found: readonly number[]) =>
    found.slice(0, FIRST).includes(places.get(query.problem) ?? -1) ? 1 : 0;
  return {
    vectors: vectors.count,
    files: files.size,
    indexBytes: [...files.values()].reduce(sumBytes, 0),
    recall: mean(cold.map(({ found, nearest }) => overlap(found, nearest))),
    right:
      labelled.length === 0
        ? undefined
        : {
            found: mean(labelled.map(({ query, found }) => isRight(query, found))),
            exhaustive: mean(labelled.map(({ query, nearest }) => isRight(query, nearest))),
          },
    bytes: spreadOf(cold.map(({ fetched }) => fetched.reduce(sumBytes, 0))),
    brotliBytes: spreadOf(brotli),
    requests: spreadOf(cold.map(({ fetched }) => fetched.length)),
    latency: summarise(times),
    buildMs: ms,
    peakBytes,
  };
}

function open({ lang }: GuideVectors, files: FileMap, heard: (bytes: Uint8Array) => void = () => undefined) {
  const load = (name: string) => {
    const bytes = files.get(name) ?? new Uint8Array();
    heard(bytes);
    return bytes;
  };
  const name = vectorFileName(lang);
  return openVectorBytes(load(name), name, (shard) => Promise.resolve(load(shard)));
}

/** Asks an index that nothing was fetched of, and looks at every vector. */
async function askCold(query: LabelledQuery, vectors: GuideVectors, files: FileMap, embedder: Embedder) {
  const fetched: Uint8Array[] = [];
  const opened = open(vectors, files, (bytes) => fetched.push(bytes));
  const { found } = await rankBySimilarity(query.q, opened, embedder);
  const [vector = new Float32Array()] = await embedder.embed([query.q], 'query');
  return {
    query,
    fetched,
    found: found.slice(0, DEPTH).map(({ document }) => document),
    nearest: findNearest(vectors, vector),
  };
}

function findNearest({ count, dimensions, values }: GuideVectors, query: Float32Array): number[] {
  const similarities = Float32Array.from({ length: count }, (_, row) => {
    let sum = 0;
    for (let index = 0; index < dimensions; index++) {
      sum += (query[index] ?? 0) * (values[row * dimensions + index] ?? 0);
    }
    return sum;
  });
  const least = similarities.toSorted()[Math.max(0, count - DEPTH)] ?? 0;
  const near = [...similarities.keys()].filter((row) => (similarities[row] ?? 0) >= least);
  return near.sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0)).slice(0, DEPTH);
}

function overlap(found: readonly number[], nearest: readonly number[]): number {
  return found.filter((document) => nearest.includes(document)).length / nearest.length;
}

async function timeRepeats(run: () => Promise<unknown>): Promise<number[]> {
  const times = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return times;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sumBytes(sum: number, { length }: Uint8Array): number {
  return sum + length;
}
