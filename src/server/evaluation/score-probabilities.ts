/** A predicted probability (0–1) with what came true. */
export interface Prediction {
  readonly probability: number;
  readonly isTrue: boolean;
}

/**
 * The chance that a true case is given a higher probability than a false one (area under the ROC
 * curve); ties count half. NaN when either kind is missing.
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
  const bins = Map.groupBy(predictions, ({ probability }) =>
    Math.min(BINS - 1, Math.floor(probability * BINS)),
  );
  const distance = [...bins.values()].reduce((sum, bin) => {
    const predicted = bin.reduce((total, { probability }) => total + probability, 0);
    const observed = bin.filter(({ isTrue }) => isTrue).length;
    return sum + Math.abs(predicted - observed);
  }, 0);
  return distance / predictions.length;
}
