import { hashFeature, packWeights, type UrgentFeature, type UrgentWeights } from '../../core/safety/index.ts';
import { fitLogistic, type LinearModel, type Row } from './urgent-regression.ts';
import { fitSituations } from './urgent-situations.ts';

/** A labelled message as its features. */
export interface FeaturedExample {
  readonly features: readonly UrgentFeature[];
  readonly urgent: boolean;
  readonly situation?: string | undefined;
  readonly share: number;
}

/** Features that are kept, those that move most; the file stays small and chance does not weigh in. */
const MOST_FEATURES = 50_000;
/** One level of a kept weight, in log odds. */
const STEP = 0.15;
const MOST_LEVELS = 127;

/**
 * Learns what features say. Fits to all of them, keeps those that move the messages most, fits again to
 * these, and rounds. Deterministic; the same examples in the same order give the same weights.
 */
export function fitUrgentWeights(examples: readonly FeaturedExample[], threshold: number): UrgentWeights {
  const hashed = examples.map(hashExample);
  const numbers = new Map<number, number>();
  for (const { hashes } of hashed) {
    for (const hash of hashes) if (!numbers.has(hash)) numbers.set(hash, numbers.size);
  }
  const rows = hashed.map((one) => toRow(one, (hash) => numbers.get(hash)));
  const kept = keepStrongest([...numbers.keys()], rows, fitLogistic(rows, numbers.size));
  const model = fitLogistic(
    hashed.map((one) => toRow(one, (hash) => kept.get(hash))),
    kept.size,
  );
  return {
    bias: Math.round(model.bias * 100) / 100,
    threshold,
    step: STEP,
    ...packWeights(roundWeights(kept, model)),
    situations: fitSituations(examples),
  };
}

interface HashedExample extends Omit<FeaturedExample, 'features'> {
  readonly hashes: readonly number[];
  readonly values: readonly number[];
}

function hashExample({ features, ...rest }: FeaturedExample): HashedExample {
  return {
    ...rest,
    hashes: features.map(({ name }) => hashFeature(name)),
    values: features.map(({ value }) => value),
  };
}

function toRow(
  { hashes, values, urgent, share }: HashedExample,
  numberOf: (hash: number) => number | undefined,
): Row {
  const known = hashes.flatMap((hash, at) => {
    const number = numberOf(hash);
    return number === undefined ? [] : [{ number, value: values[at] ?? 0 }];
  });
  return {
    at: known.map(({ number }) => number),
    values: known.map(({ value }) => value),
    target: urgent,
    share,
  };
}

/** Hash → new number, of the features whose weight times how often they occur is largest. */
function keepStrongest(
  hashes: readonly number[],
  rows: readonly Row[],
  { weights }: LinearModel,
): Map<number, number> {
  const often = new Float64Array(hashes.length);
  for (const { at, values, share } of rows) {
    at.forEach((feature, one) => {
      often[feature] = (often[feature] ?? 0) + share * (values[one] ?? 0) ** 2;
    });
  }
  const strength = hashes.map((_, at) => Math.abs(weights[at] ?? 0) * Math.sqrt(often[at] ?? 0));
  const strongest = hashes
    .map((hash, at) => ({ hash, strength: strength[at] ?? 0 }))
    .sort((a, b) => b.strength - a.strength || a.hash - b.hash)
    .slice(0, MOST_FEATURES);
  return new Map(strongest.map(({ hash }, number) => [hash, number]));
}

function roundWeights(kept: ReadonlyMap<number, number>, { weights }: LinearModel): Map<number, number> {
  const levels = new Map<number, number>();
  for (const [hash, number] of kept) {
    const level = Math.round((weights[number] ?? 0) / STEP);
    if (level !== 0) levels.set(hash, Math.max(-MOST_LEVELS, Math.min(MOST_LEVELS, level)));
  }
  return levels;
}
