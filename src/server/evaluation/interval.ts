import { openRandom } from '../random/index.ts';

/** A mean with the bounds between which 95 % of resampled means lie. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1_000;
const SEED = 20_261_124;

/**
 * The mean of some values with its 95 % percentile bootstrap interval (Efron 1979). Resampling is
 * seeded, so the same values give the same interval. No values give NaN.
 */
export function estimateMean(values: readonly number[]): Estimate {
  return estimate(values, (sample) => sample.reduce((sum, value) => sum + value, 0) / sample.length);
}

/** Any statistic of a sample with its interval, as {@link estimateMean}. */
export function estimate<Item>(
  items: readonly Item[],
  statistic: (sample: readonly Item[]) => number,
): Estimate {
  if (items.length === 0) return { value: NaN, low: NaN, high: NaN };
  const random = openRandom(SEED);
  const resampled = Array.from({ length: RESAMPLES }, () =>
    statistic(items.map(() => items[Math.floor(random() * items.length)] as Item)),
  )
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const at = (share: number) =>
    resampled[Math.min(resampled.length - 1, Math.floor(share * resampled.length))] ?? NaN;
  return { value: statistic(items), low: at(0.025), high: at(0.975) };
}
