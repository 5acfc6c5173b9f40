import type { Browser } from 'playwright-core';
import type { Article } from '../../core/article/index.ts';
import { readContentFiles } from '../content/index.ts';
import type { Bench } from './bench.ts';
import { launchBrowser } from './browser.ts';
import { buildInChild } from './build-in-child.ts';
import { weigh, type Size } from './file-map.ts';
import type { Latency } from './latency.ts';
import { loadBenchInput, type BenchInput } from './load-corpus.ts';
import { measurePeer } from './measure-peer.ts';
import { pagefindAnyWord, panduWithMeanings, PEERS, type Peer } from './peer/index.ts';
import type { Spread } from './percentile.ts';
import { readGrownArticles } from './synthetic/grown-articles.ts';
import { drawTable, formatBytes, formatMs } from './table.ts';

const SIZES = [1000, 10_000];
const REPEATS = 5;
const FIRST_RESULTS = 7;
/** The first language of the site stands for both: the other differs in the stemmer alone. */
const LANG = 'id';

interface Row {
  readonly engine: string;
  readonly guides: number;
  readonly buildMs: number;
  readonly peakBytes: number;
  readonly index: Size;
  readonly firstResultBytes: Spread;
  readonly firstResultRequests: Spread;
  readonly latency: Latency;
  readonly heapBytes: number;
}

/** One asks a page for each word of a query; the other's model does not grow with the guides. */
const LEFT_OUT: ReadonlySet<Peer> = new Set([pagefindAnyWord, panduWithMeanings]);

/** All engines over a corpus grown with invented guides. */
export const scaleBench: Bench = async ({ root, report, options }) => {
  const input = await loadBenchInput(root);
  const files = await readContentFiles(root);
  const rows: Row[] = [];
  for (const size of options.guides ?? SIZES) {
    report(`growing to ${size} guides`);
    const guides = readGrownArticles(files, size, LANG);
    for (const peer of PEERS.filter((candidate) => !LEFT_OUT.has(candidate))) {
      report(`${peer.name}, ${size} guides`);
      const browser = await launchBrowser();
      try {
        const row = await measure(peer, guides, input, browser);
        rows.push(row);
        report(`  built in ${formatMs(row.buildMs)}, p99 ${formatMs(row.latency.p99Ms)}`);
      } finally {
        await browser.close();
      }
    }
  }
  return { data: rows, text: draw(rows) };
};

async function measure(
  peer: Peer,
  guides: readonly Article[],
  input: BenchInput,
  browser: Browser,
): Promise<Row> {
  const built = await buildInChild(peer, { lang: LANG, guides, lexicon: input.lexicons[LANG] });
  const queries = input.queries.filter(({ lang }) => lang === LANG).map(({ q }) => q);
  const measured = await measurePeer(peer, built.files, browser, {
    lang: LANG,
    queries,
    repeats: REPEATS,
    firstResults: FIRST_RESULTS,
  });
  return {
    engine: peer.name,
    guides: guides.length,
    buildMs: built.buildMs,
    peakBytes: built.peakBytes,
    index: await weigh(built.files),
    firstResultBytes: measured.firstResultBytes,
    firstResultRequests: measured.firstResultRequests,
    latency: measured.latency,
    heapBytes: measured.heapBytes,
  };
}

function draw(rows: readonly Row[]): string {
  const table = drawTable(
    [
      'engine',
      'guides',
      'build',
      'build memory',
      'index',
      'brotli',
      'files',
      'first result',
      'requests',
      'p50',
      'p99',
      'of medians',
      'page heap',
    ],
    rows.map((row) => [
      row.engine,
      row.guides.toLocaleString('en'),
      formatMs(row.buildMs),
      formatBytes(row.peakBytes),
      formatBytes(row.index.raw),
      formatBytes(row.index.brotli),
      String(row.index.files),
      formatBytes(row.firstResultBytes.median),
      String(row.firstResultRequests.median),
      formatMs(row.latency.p50Ms),
      formatMs(row.latency.p99Ms),
      formatMs(row.latency.p99OfMediansMs),
      formatBytes(row.heapBytes),
    ]),
  );
  return [
    table,
    '',
    'The guides there are, with invented ones beside them that recombine their sentences; Indonesian. Same queries and settings as `search`.',
    `Latency: ${REPEATS} warm repeats of each query, all samples; "of medians" is the p99 of each query's median. Brotli level 11, 6 for files above 8 MB.`,
    'Build memory: the most above the loaded guides, all processes. Page heap: JavaScript only, after all queries; Pagefind keeps its index in a worker, outside it.',
  ].join('\n');
}
