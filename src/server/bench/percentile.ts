/**
 * The value below which `share` (0–1) of the samples lie, straight lines between neighbours
 * (Hyndman and Fan 1996, definition 7). Any order; no sample gives NaN.
 */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle of some measurements with the smallest and the largest. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  return { median: percentile(samples, 0.5), min: percentile(samples, 0), max: percentile(samples, 1) };
}
