import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  createStaticEmbedder,
  openVectorSearch,
  readStaticModel,
  type Embedder,
  type Rows,
  type VectorFiles,
} from '../../core/search/index.ts';
import { readContentFiles } from '../content/index.ts';
import { STATIC_MODEL_FILE } from '../embedder/index.ts';
import type { Bench } from './bench.ts';
import { compress } from './file-map.ts';
import { summarise, type Latency } from './latency.ts';
import { readLabelledQueries } from './load-corpus.ts';
import { spreadOf, type Spread } from './percentile.ts';
import { listSentences } from './synthetic/list-sentences.ts';
import { drawTable, formatBytes, formatMs } from './table.ts';
import { buildVectors, type VectorBuild } from './vector-build.ts';

const SIZES = [1000, 10_000, 100_000];
const DEPTH = 10;
const REPEATS = 5;
/** Every so manieth labelled query is asked; of these, the same share is weighed after brotli. */
const QUERY_STEP = 3;
const BROTLI_STEP = 5;

interface Row {
  readonly passages: number;
  readonly queries: number;
  readonly files: number;
  readonly indexBytes: number;
  readonly largestFile: number;
  /** Share of the nearest ten of all passages that are among the ten found. */
  readonly recall: number;
  /** What one query fetches when nothing is there yet. */
  readonly bytes: Spread;
  readonly brotliBytes: Spread;
  readonly requests: Spread;
  /** With all files in memory, the query's vector given. */
  readonly latency: Latency;
  readonly buildMs: number;
  readonly peakBytes: number;
}

/** The index of vectors with ever more passages: what it finds, and what a query costs. */
export const vectorsBench: Bench = async ({ root, report, options }) => {
  const sizes = options.guides ?? SIZES;
  report('embedding');
  const embedder = createStaticEmbedder(readStaticModel(await readFile(path.join(root, STATIC_MODEL_FILE))));
  const sentences = listSentences(await readContentFiles(root), Math.max(...sizes));
  const asked = (await readLabelledQueries(root)).filter((_, index) => index % QUERY_STEP === 0);
  const texts = asked.map(({ q }) => q);
  const queries = await embedder.embed(texts, 'query');
  const embedding = await timeEmbedding(texts, embedder);
  const rows: Row[] = [];
  for (const size of sizes) {
    report(`${size} passages`);
    const vectors = await embedRows(sentences.slice(0, size), embedder);
    rows.push(await measure(vectors, queries, await buildVectors(vectors)));
  }
  return { data: { embedding, rows }, text: draw(rows, embedding) };
};

async function embedRows(texts: readonly string[], embedder: Embedder): Promise<Rows> {
  const values = new Float32Array(texts.length * embedder.dimensions);
  for (const [row, vector] of (await embedder.embed(texts, 'passage')).entries()) {
    values.set(vector, row * embedder.dimensions);
  }
  return { dimensions: embedder.dimensions, values };
}

async function timeEmbedding(texts: readonly string[], embedder: Embedder): Promise<Latency> {
  const times = [];
  for (const text of texts) times.push(await timeRepeats(() => embedder.embed([text], 'query')));
  return summarise(times);
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

async function measure(
  rows: Rows,
  queries: readonly Float32Array[],
  { files, ms, peakBytes }: VectorBuild,
): Promise<Row> {
  const cold = [];
  for (const query of queries) cold.push(await askCold(rows, query, files));
  const brotli = [];
  for (const { fetched } of cold.filter((_, index) => index % BROTLI_STEP === 0)) {
    brotli.push((await Promise.all(fetched.map(compress))).reduce(sumBytes, 0));
  }
  const warm = openVectorSearch((name) => Promise.resolve(files.get(name) ?? new Uint8Array()));
  const times = [];
  for (const query of queries) times.push(await timeRepeats(() => warm.nearest(query, DEPTH)));
  const sizes = [...files.values()].map(({ length }) => length);
  return {
    passages: rows.values.length / rows.dimensions,
    queries: queries.length,
    files: files.size,
    indexBytes: [...files.values()].reduce(sumBytes, 0),
    largestFile: Math.max(...sizes),
    recall: cold.reduce((sum, { recall }) => sum + recall, 0) / cold.length,
    bytes: spreadOf(cold.map(({ fetched }) => fetched.reduce(sumBytes, 0))),
    brotliBytes: spreadOf(brotli),
    requests: spreadOf(cold.map(({ fetched }) => fetched.length)),
    latency: summarise(times),
    buildMs: ms,
    peakBytes,
  };
}

function sumBytes(sum: number, { length }: Uint8Array): number {
  return sum + length;
}

/** Asks an index that nothing was fetched of, and compares with every passage. */
async function askCold(rows: Rows, query: Float32Array, files: VectorFiles) {
  const fetched: Uint8Array[] = [];
  const search = openVectorSearch((name) => {
    const bytes = files.get(name) ?? new Uint8Array();
    fetched.push(bytes);
    return Promise.resolve(bytes);
  });
  const found = await search.nearest(query, DEPTH);
  const nearest = new Set(findNearest(rows, query));
  return { fetched, recall: found.filter(({ document }) => nearest.has(document)).length / nearest.size };
}

function findNearest({ dimensions, values }: Rows, query: Float32Array): number[] {
  const similarities = Float32Array.from({ length: values.length / dimensions }, (_, row) => {
    let sum = 0;
    for (let index = 0; index < dimensions; index++) {
      sum += (query[index] ?? 0) * (values[row * dimensions + index] ?? 0);
    }
    return sum;
  });
  const least = similarities.toSorted()[Math.max(0, similarities.length - DEPTH)] ?? 0;
  const near = [...similarities.keys()].filter((row) => (similarities[row] ?? 0) >= least);
  return near.sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0)).slice(0, DEPTH);
}

function draw(rows: readonly Row[], embedding: Latency): string {
  const table = drawTable(
    [
      'passages',
      'files',
      'index',
      'largest file',
      'Recall@10',
      'a query reads',
      'brotli',
      'requests',
      'p50',
      'p99',
      'build',
      'build memory',
    ],
    rows.map((row) => [
      row.passages.toLocaleString('en'),
      row.files.toLocaleString('en'),
      formatBytes(row.indexBytes),
      formatBytes(row.largestFile),
      row.recall.toFixed(3),
      formatBytes(row.bytes.median),
      formatBytes(row.brotliBytes.median),
      String(row.requests.median),
      formatMs(row.latency.p50Ms),
      formatMs(row.latency.p99Ms),
      formatMs(row.buildMs),
      formatBytes(row.peakBytes),
    ]),
  );
  const medians = rows.map(({ bytes }) => bytes.median);
  const spread = Math.max(...medians) / Math.min(...medians) - 1;
  return [
    table,
    '',
    `Bytes of a query, largest size against smallest: +${(spread * 100).toFixed(0)} % (aim: at most 20 %). Recall against every passage, exact vectors (aim: 0.950).`,
    `${rows[0]?.queries ?? 0} labelled queries. Reads and requests: median, nothing fetched before. Latency: all files in memory, the query's vector given; embedding a query takes ${formatMs(embedding.p50Ms)} (p99 ${formatMs(embedding.p99Ms)}).`,
  ].join('\n');
}
