import { readEvidence, type Calibration, type QueryFeatures } from '../../core/search/index.ts';

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

const STEPS = 25;
/** Keeps weights small where the examples leave them free; ten times as much makes all answers too unsure. */
const RIDGE = 0.0002;
const SHARPNESS_FROM_TO: readonly [number, number] = [0.1, 200];

/** Fits the probabilities of search to examples: weighted logistic regression, then the sharpness of likeliest fit. */
export function fitCalibration(examples: readonly CalibrationExample[], fitted: string): Calibration {
  return { fitted, isAny: fitAny(examples), sharpness: fitSharpness(examples) };
}

/** Newton's method: the likelihood with its ridge has one peak, and a handful of steps reach it. */
function fitAny(examples: readonly CalibrationExample[]): Calibration['isAny'] {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const rows = examples.map(({ features, isAnswered, weight }) => {
    const evidence = readEvidence(features);
    return {
      inputs: NAMES.map((name) => (name === 'bias' ? 1 : evidence[name])),
      isAnswered,
      weight: weight / total,
    };
  });
  let weights = NAMES.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, index) => -ridgeOf(index) * weight);
    const curve = weights.map((_, row) => weights.map((_, column) => (row === column ? ridgeOf(row) : 0)));
    for (const { inputs, isAnswered, weight } of rows) {
      const chance = 1 / (1 + Math.exp(-dot(inputs, weights)));
      for (const [row, input] of inputs.entries()) {
        slope[row] = (slope[row] ?? 0) + weight * input * ((isAnswered ? 1 : 0) - chance);
        const line = curve[row] ?? [];
        for (const [column, other] of inputs.entries())
          line[column] = (line[column] ?? 0) + weight * chance * (1 - chance) * input * other;
      }
    }
    const move = solve(curve, slope);
    weights = weights.map((weight, index) => weight + (move[index] ?? 0));
  }
  return Object.fromEntries(
    NAMES.map((name, index) => [name, round(weights[index] ?? 0)]),
  ) as Calibration['isAny'];
}

const NAMES = ['bias', 'coverage', 'strength', 'logStrength', 'lead', 'known', 'similarity'] as const;

/** The bias, which is the first, is free; a trace of a ridge keeps it finite where all answers are one. */
function ridgeOf(index: number): number {
  return index === 0 ? RIDGE / 1000 : RIDGE;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** The x of `matrix` · x = `right`, by elimination; a symmetric, positive matrix needs no other order of its rows. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (const [place, pivot] of rows.entries()) {
    for (const row of rows.slice(place + 1)) {
      const factor = (row[place] ?? 0) / (pivot[place] ?? 1);
      for (let column = place; column < row.length; column++)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  }
  const found = right.map(() => 0);
  for (let place = rows.length - 1; place >= 0; place--) {
    const row = rows[place] ?? [];
    const rest = dot(row.slice(place + 1, -1), found.slice(place + 1));
    found[place] = ((row.at(-1) ?? 0) - rest) / (row[place] ?? 1);
  }
  return found;
}

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

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
