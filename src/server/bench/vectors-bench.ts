import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article, ContentFile } from '../../core/article/index.ts';
import {
  createStaticEmbedder,
  embedGuides,
  readStaticModel,
  type Embedder,
} from '../../core/search/index.ts';
import { readContentFiles } from '../content/index.ts';
import { STATIC_MODEL_FILE } from '../embedder/index.ts';
import type { Bench } from './bench.ts';
import { readLabelledQueries, type LabelledQuery } from './load-corpus.ts';
import { listSentences } from './synthetic/list-sentences.ts';
import { readGrownArticles } from './synthetic/grown-articles.ts';
import { drawTable, formatBytes, formatMs } from './table.ts';
import { buildVectors } from './vector-build.ts';
import { measureVectors, type VectorRow } from './vector-measure.ts';

const SIZES = [1000, 10_000, 100_000];
/** Of invented guides; more guides than needed are left out. */
const LEAST_PASSAGES_OF_A_GUIDE = 9;
/** Every so manieth labelled query is asked. */
const QUERY_STEP = 3;
/** Indonesian stands for both: the vectors of the other language are made and read the same way. */
const LANG = 'id';

/**
 * The meanings of ever more passages as a browser reads them: what is found, and what a query costs. Then the
 * same where each passage is a vector of its own, which no site has: the hardest that the lists can meet.
 */
export const vectorsBench: Bench = async ({ root, report, options }) => {
  const sizes = options.guides ?? SIZES;
  const files = await readContentFiles(root);
  const embedder = createStaticEmbedder(readStaticModel(await readFile(path.join(root, STATIC_MODEL_FILE))));
  const queries = await readQueries(root);
  const rows: VectorRow[] = [];
  report('growing guides');
  const all = readGrownArticles(files, Math.ceil(Math.max(...sizes) / LEAST_PASSAGES_OF_A_GUIDE), LANG);
  for (const size of sizes) {
    report(`${size} passages of guides`);
    const { guides, passages } = takeGuides(all, size);
    const vectors = await embedGuides(guides, LANG, embedder);
    const measured = await measureVectors(vectors, await buildVectors(vectors), queries, embedder, guides);
    rows.push({ kind: 'guides', passages, ...measured });
  }
  for (const size of sizes.filter((passages) => passages >= 10_000)) {
    report(`${size} passages, a vector each`);
    const vectors = await embedSentences(files, size, embedder);
    const measured = await measureVectors(vectors, await buildVectors(vectors), queries, embedder, []);
    rows.push({ kind: 'passages', passages: size, ...measured });
  }
  return { data: rows, text: draw(rows) };
};

async function readQueries(root: string): Promise<LabelledQuery[]> {
  return (await readLabelledQueries(root)).filter((_, index) => index % QUERY_STEP === 0);
}

/** Real guides first, until they have so many passages that meanings are compared with. */
function takeGuides(articles: readonly Article[], size: number) {
  const isInvented = ({ slug }: Article) => /-\d+$/.test(slug);
  const guides: Article[] = [];
  let passages = 0;
  for (const article of articles.toSorted((a, b) => Number(isInvented(a)) - Number(isInvented(b)))) {
    if (passages >= size) break;
    guides.push(article);
    passages += 2 + article.asks.length + article.symptoms.length;
  }
  return { guides, passages };
}

async function embedSentences(files: readonly ContentFile[], size: number, embedder: Embedder) {
  const texts = listSentences(files, size);
  const values = new Float32Array(texts.length * embedder.dimensions);
  for (const [row, vector] of (await embedder.embed(texts, 'passage')).entries()) {
    values.set(vector, row * embedder.dimensions);
  }
  const { id: model, dimensions } = embedder;
  return { lang: LANG, model, dimensions, guides: '', count: texts.length, values } as const;
}

function draw(rows: readonly VectorRow[]): string {
  const table = drawTable(
    [
      'a vector for',
      'passages',
      'vectors',
      'files',
      'index',
      'Recall@10',
      'right in 3',
      'of all',
      'a query reads',
      'brotli',
      'requests',
      'p50',
      'p99',
      'build',
      'build memory',
    ],
    rows.map((row) => [
      row.kind === 'guides' ? 'a guide' : 'a passage',
      row.passages.toLocaleString('en'),
      row.vectors.toLocaleString('en'),
      row.files.toLocaleString('en'),
      formatBytes(row.indexBytes),
      row.recall.toFixed(3),
      row.right ? row.right.found.toFixed(3) : '–',
      row.right ? row.right.exhaustive.toFixed(3) : '–',
      formatBytes(row.bytes.median),
      formatBytes(row.brotliBytes.median),
      `${row.requests.median} (${row.requests.max})`,
      formatMs(row.latency.p50Ms),
      formatMs(row.latency.p99Ms),
      formatMs(row.buildMs),
      formatBytes(row.peakBytes),
    ]),
  );
  return [
    table,
    '',
    'Recall@10: of the ten guides nearest by the mean of all their passages, exact numbers, those found. Right in 3: Indonesian queries whose guide is among the first three by meaning, as found and by looking at all.',
    'Reads and requests: vectors alone, median (and most), nothing fetched before. Latency: all files in memory, embedding included.',
  ].join('\n');
}
