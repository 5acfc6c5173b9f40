import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openRandom } from '../random/index.ts';
import type { Bench } from './bench.ts';
import { runConversation, type ReplyTime } from './conversation-load.ts';
import { readLabelledQueries } from './load-corpus.ts';
import { percentile } from './percentile.ts';
import { startBenchServer } from './start-bench-server.ts';
import { drawTable, formatBytes, formatMs } from './table.ts';
import { watchProcesses } from './watch-processes.ts';

const CONVERSATIONS = 200;
/** The target of a reply without a language model. */
const TARGET_MS = 300;
const SEED = 1_000;
/** Conversations before those that count. */
const WARMING = 100;

interface Pause {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** How readers behave: how long one reads before the next message, in milliseconds. */
const READERS = [
  { name: 'readers who read, 1–3 s a message', leastMs: 1_000, mostMs: 3_000 },
  { name: 'no pause at all', leastMs: 0, mostMs: 0 },
] as const;

interface Row {
  readonly readers: string;
  readonly replies: number;
  readonly errors: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly residentBytes: number;
}

/** 200 conversations at once with a server of its own, over HTTP, without a language model and without rate limits. */
export const conversationsBench: Bench = async ({ root, report }) => {
  const queries = await readLabelledQueries(root);
  const rows: Row[] = [];
  for (const { name, leastMs, mostMs } of READERS) {
    report(name);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-bench-'));
    const server = await startBenchServer(root, { DATA_DIR: dataDir });
    const watch = await watchProcesses(server.pid);
    try {
      const converse = (count: number, seed: number, pause: Pause) =>
        Promise.all(
          Array.from({ length: count }, (_, number) => {
            const random = openRandom(seed + number);
            const { q = '', lang = 'id' } = queries[Math.floor(random() * queries.length)] ?? {};
            const pauseMs = () => pause.leastMs + random() * (pause.mostMs - pause.leastMs);
            return runConversation(server.address, { text: q, lang, random, pauseMs });
          }),
        );
      // A server that has just started still compiles what it runs.
      await converse(WARMING, 0, { leastMs: 0, mostMs: 0 });
      const started = performance.now();
      const times = await converse(CONVERSATIONS, SEED, { leastMs, mostMs });
      const seconds = (performance.now() - started) / 1000;
      rows.push(summarise(name, times.flat(), seconds, watch.stop().bytes));
    } finally {
      watch.stop();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
  }
  return { data: rows, text: draw(rows) };
};

function summarise(
  readers: string,
  times: readonly ReplyTime[],
  seconds: number,
  residentBytes: number,
): Row {
  const answered = times.filter(({ isError }) => !isError).map(({ ms }) => ms);
  return {
    readers,
    replies: times.length,
    errors: times.length - answered.length,
    perSecond: times.length / seconds,
    p50Ms: percentile(answered, 0.5),
    p95Ms: percentile(answered, 0.95),
    p99Ms: percentile(answered, 0.99),
    residentBytes,
  };
}

function draw(rows: readonly Row[]): string {
  const heading = [
    '200 conversations at once',
    'replies',
    'errors',
    'a second',
    'p50',
    'p95',
    'p99',
    'RSS, most',
  ];
  const cells = rows.map((row) => [
    row.readers,
    String(row.replies),
    String(row.errors),
    row.perSecond.toFixed(0),
    formatMs(row.p50Ms),
    formatMs(row.p95Ms),
    formatMs(row.p99Ms),
    formatBytes(row.residentBytes),
  ]);
  return `${drawTable(heading, cells)}\n\nTarget: p95 below ${TARGET_MS} ms, no error.`;
}
