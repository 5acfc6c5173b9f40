import { estimateAny, type Calibration, type QueryFeatures } from '../../core/search/index.ts';

/** A query as the fit sees it. */
export interface CalibrationExample {
  readonly features: QueryFeatures;
  readonly isAnswered: boolean;
  /** How much the example counts. */
  readonly weight: number;
  /** The evidence of the hits, and the place of the right one; without it only `isAny` is fitted. */
  readonly evidence?: readonly number[];
  readonly rightPlace?: number;
}

const STEPS = 6_000;
const STEP_SIZE = 1;
/** Keeps weights small where the examples leave them free; ten times as much makes all answers too unsure. */
const RIDGE = 0.0002;
const SHARPNESS_FROM_TO: readonly [number, number] = [0.1, 200];

/** Fits the probabilities of search to examples: weighted logistic regression, then the sharpness of likeliest fit. */
export function fitCalibration(examples: readonly CalibrationExample[], fitted: string): Calibration {
  return { fitted, isAny: fitAny(examples), sharpness: fitSharpness(examples) };
}

function fitAny(examples: readonly CalibrationExample[]): Calibration['isAny'] {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let weights: Calibration['isAny'] = { bias: 0, coverage: 0, strength: 0, lead: 0, known: 0, similarity: 0 };
  for (let step = 0; step < STEPS; step++) {
    const slope = { bias: 0, coverage: 0, strength: 0, lead: 0, known: 0, similarity: 0 };
    for (const { features, isAnswered, weight } of examples) {
      const miss = ((isAnswered ? 1 : 0) - estimateAny(features, { isAny: weights })) * (weight / total);
      slope.bias += miss;
      for (const name of FEATURES) slope[name] += miss * features[name];
    }
    const next = { ...weights, bias: weights.bias + STEP_SIZE * slope.bias };
    for (const name of FEATURES)
      next[name] = weights[name] + STEP_SIZE * (slope[name] - RIDGE * weights[name]);
    weights = next;
  }
  return roundAll(weights);
}

const FEATURES = ['coverage', 'strength', 'lead', 'known', 'similarity'] as const;

function fitSharpness(examples: readonly CalibrationExample[]): number {
  const [from, to] = SHARPNESS_FROM_TO;
  let best = { sharpness: from, likelihood: -Infinity };
  for (let sharpness = from; sharpness <= to; sharpness *= 1.05) {
    const likelihood = examples.reduce((sum, example) => sum + logShare(example, sharpness), 0);
    if (likelihood > best.likelihood) best = { sharpness, likelihood };
  }
  return round(best.sharpness);
}

function logShare({ evidence = [], rightPlace }: CalibrationExample, sharpness: number): number {
  const right = rightPlace === undefined ? undefined : evidence[rightPlace];
  if (right === undefined) return 0;
  const best = Math.max(...evidence);
  const sum = evidence.reduce((total, value) => total + Math.exp(sharpness * (value - best)), 0);
  return sharpness * (right - best) - Math.log(sum);
}

function roundAll(weights: Calibration['isAny']): Calibration['isAny'] {
  return Object.fromEntries(
    Object.entries(weights).map(([name, value]) => [name, round(value)]),
  ) as Calibration['isAny'];
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
