import { percentile } from './percentile.ts';

/** How long queries take, in milliseconds. */
export interface Latency {
  /** Over all repeats of all queries. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The 99th percentile of the queries' medians: what a busy machine adds to single repeats is not in it. */
  readonly p99OfMediansMs: number;
}

/** Sums up the repeats of each query. */
export function summarise(timesMs: readonly (readonly number[])[]): Latency {
  const all = timesMs.flat();
  return {
    p50Ms: percentile(all, 0.5),
    p99Ms: percentile(all, 0.99),
    p99OfMediansMs: percentile(
      timesMs.map((times) => percentile(times, 0.5)),
      0.99,
    ),
  };
}
