import { openRandom } from '../random/index.ts';

/** A predicted probability (0–1) with what came true. */
export interface Prediction {
  readonly probability: number;
  readonly isTrue: boolean;
  /** How much it counts. Default 1. */
  readonly weight?: number;
}

/**
 * The chance that a true case is given a higher probability than a false one (area under the ROC
 * curve); ties count half, weights nothing. NaN when either kind is missing.
 */
export function areaUnderRoc(predictions: readonly Prediction[]): number {
  const sorted = [...predictions].sort((a, b) => a.probability - b.probability);
  const trueCount = sorted.filter(({ isTrue }) => isTrue).length;
  const falseCount = sorted.length - trueCount;
  let rankSum = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (end < sorted.length && sorted[end]?.probability === sorted[start]?.probability) end++;
    const sharedRank = (start + 1 + end) / 2;
    rankSum += sharedRank * sorted.slice(start, end).filter(({ isTrue }) => isTrue).length;
    start = end;
  }
  return (rankSum - (trueCount * (trueCount + 1)) / 2) / (trueCount * falseCount);
}

const BINS = 10;

/**
 * The mean distance between predicted probability and observed share over ten equal-width bins,
 * weighted by their size (expected calibration error, Naeini et al. 2015). No predictions give NaN.
 */
export function calibrationError(predictions: readonly Prediction[]): number {
  const misses = new Array<number>(BINS).fill(0);
  let total = 0;
  for (const { probability, isTrue, weight = 1 } of predictions) {
    const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
    misses[bin] = (misses[bin] ?? 0) + weight * (probability - (isTrue ? 1 : 0));
    total += weight;
  }
  return misses.reduce((sum, miss) => sum + Math.abs(miss), 0) / total;
}

const SIMULATIONS = 400;
const SEED = 20_261_125;

/**
 * The {@link calibrationError} that these probabilities would have on average if each came true exactly as
 * often as it says. It is above 0, because few outcomes never match a share (Bröcker and Smith 2007); an
 * error near it is no sign of a fault. Simulated from a seed.
 */
export function calibrationErrorByChance(predictions: readonly Prediction[]): number {
  const random = openRandom(SEED);
  let sum = 0;
  for (let simulation = 0; simulation < SIMULATIONS; simulation++) {
    sum += calibrationError(predictions.map((item) => ({ ...item, isTrue: random() < item.probability })));
  }
  return sum / SIMULATIONS;
}
