import type { Browser } from 'playwright-core';
import { LANGUAGES, type Language } from '../../core/article/index.ts';
import type { Bench } from './bench.ts';
import { launchBrowser } from './browser.ts';
import { weigh, type Size } from './file-map.ts';
import type { Latency } from './latency.ts';
import { loadBenchInput, type BenchInput } from './load-corpus.ts';
import { measurePeer, type PeerMeasure } from './measure-peer.ts';
import { PEERS, type Peer } from './peer/index.ts';
import { drawTable, formatBytes, formatMs } from './table.ts';

const REPEATS = 7;
const FIRST_RESULTS = 9;

interface Row {
  readonly engine: string;
  readonly lang: Language;
  readonly queries: number;
  readonly index: Size;
  readonly firstResultBytes: PeerMeasure['firstResultBytes'];
  readonly firstResultRequests: PeerMeasure['firstResultRequests'];
  readonly latency: Latency;
  /** Shares 0–1 of the queries whose guide is first, or among the first three. */
  readonly recall1: number;
  readonly recall3: number;
  /** Share of the queries that found nothing at all. */
  readonly empty: number;
}

/** All engines over the guides as they are, with the labelled queries, in one browser. */
export const searchBench: Bench = async ({ root, report }) => {
  const input = await loadBenchInput(root);
  const browser = await launchBrowser();
  const rows: Row[] = [];
  try {
    for (const lang of LANGUAGES) {
      for (const peer of PEERS) {
        report(`${peer.name}, ${lang}`);
        rows.push(await measure(peer, lang, input, browser));
      }
    }
  } finally {
    await browser.close();
  }
  return { data: rows, text: draw(rows, input) };
};

async function measure(peer: Peer, lang: Language, input: BenchInput, browser: Browser): Promise<Row> {
  const guides = input.articles.filter((article) => article.lang === lang);
  const labelled = input.queries.filter((query) => query.lang === lang);
  const files = await peer.build({ lang, guides, lexicon: input.lexicons[lang] });
  const measured = await measurePeer(peer, files, browser, {
    lang,
    queries: labelled.map(({ q }) => q),
    repeats: REPEATS,
    firstResults: FIRST_RESULTS,
  });
  const recall = (depth: number) =>
    labelled.filter(({ problem }, index) => measured.ids[index]?.slice(0, depth).includes(problem)).length /
    labelled.length;
  return {
    engine: peer.name,
    lang,
    queries: labelled.length,
    index: await weigh(files),
    firstResultBytes: measured.firstResultBytes,
    firstResultRequests: measured.firstResultRequests,
    latency: measured.latency,
    recall1: recall(1),
    recall3: recall(3),
    empty: measured.ids.filter((ids) => ids.length === 0).length / labelled.length,
  };
}

function draw(rows: readonly Row[], input: BenchInput): string {
  const heading = [
    'engine',
    'lang',
    'index',
    'brotli',
    'first result',
    'requests',
    'p50',
    'p99',
    'of medians',
    'Recall@1',
    'Recall@3',
    'none found',
  ];
  const table = drawTable(
    heading,
    rows.map((row) => [
      row.engine,
      row.lang,
      formatBytes(row.index.raw),
      formatBytes(row.index.brotli),
      formatBytes(row.firstResultBytes.median),
      String(row.firstResultRequests.median),
      formatMs(row.latency.p50Ms),
      formatMs(row.latency.p99Ms),
      formatMs(row.latency.p99OfMediansMs),
      row.recall1.toFixed(3),
      row.recall3.toFixed(3),
      `${Math.round(row.empty * 100)} %`,
    ]),
  );
  const counts = LANGUAGES.map(
    (lang) => `${input.queries.filter((query) => query.lang === lang).length} ${lang}`,
  ).join(', ');
  return [
    table,
    '',
    `Guides: ${input.articles.length / LANGUAGES.length} in each language. Queries: ${counts}, those of the dev set whose problem has a guide.`,
    `First result: bytes of script and index until one hit stands on an empty page, compressed where that helps; median of ${FIRST_RESULTS} queries, each on a fresh page.`,
    `Latency: ${REPEATS} warm repeats of each query for three hits, all samples; "of medians" is the p99 of each query's median, in one headless Chromium. Pagefind answers from a worker.`,
    ...PEERS.map(({ name, settings }) => `${name}: ${settings}.`),
  ].join('\n');
}
