/**
 * The numbers that turn scores into probabilities; fitted by `npm run eval -- fit` and kept as data.
 * `isAny` are the weights of a logistic model over {@link QueryFeatures}; `sharpness` says how fast
 * the probability falls from hit to hit.
 */
export interface Calibration {
  /** ISO date of the fit. */
  readonly fitted: string;
  readonly isAny: { readonly bias: number } & Readonly<Record<keyof Evidence, number>>;
  readonly sharpness: number;
}

/** What a ranking says about whether the question has a guide at all. Each is about 0–1. */
export interface QueryFeatures {
  /** Share of the query's rarity that the first guide covers. */
  readonly coverage: number;
  /** Score of the first guide per square root of the query's rarity. */
  readonly strength: number;
  /** Lead of the first guide over the second, as a share of its score. */
  readonly lead: number;
  /** Share of the query's words that the index knows in any form. */
  readonly known: number;
  /** The best similarity of meanings; 0 when only words are compared. */
  readonly similarity: number;
}

/** What a query's features say for a guide, as the logistic model weighs it. */
export interface Evidence extends QueryFeatures {
  /**
   * The logarithm of the strength, 0 for none and about 1 for much: from nothing to a little tells more
   * than from much to more.
   */
  readonly logStrength: number;
}

/** Below this a strength is as good as none. */
const LEAST_STRENGTH = 0.05;

/** Reads the evidence out of the features of a query. */
export function readEvidence(features: QueryFeatures): Evidence {
  return { ...features, logStrength: 1 + Math.log(LEAST_STRENGTH + features.strength) / 3 };
}

/** Words alone, and words with meanings, are calibrated apart. */
export type CalibrationByMode = Readonly<Record<'lexical' | 'fused', Calibration>>;

/** The probability (0–1) that some guide answers the question. */
export function estimateAny(features: QueryFeatures, { isAny }: Pick<Calibration, 'isAny'>): number {
  const evidence = readEvidence(features);
  const sum =
    isAny.bias +
    isAny.coverage * evidence.coverage +
    isAny.strength * evidence.strength +
    isAny.logStrength * evidence.logStrength +
    isAny.lead * evidence.lead +
    isAny.known * evidence.known +
    isAny.similarity * evidence.similarity;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * What the hits (best first) have for them, on a scale that compares across questions: blended scores
 * as they are, scores of words alone as shares of the best, both times the root of the number of words. A
 * short question tells its near hits apart less well than a long one with the same scores.
 */
export function weighEvidence(
  scores: readonly number[],
  mode: 'lexical' | 'fused',
  wordCount: number,
): number[] {
  const best = mode === 'lexical' ? Math.max(...scores, Number.MIN_VALUE) : 1;
  return scores.map((score) => (score / best) * Math.sqrt(wordCount));
}

/** The probability of each hit, which together make up `any`: a softmax over their {@link weighEvidence}. */
export function shareProbability(
  evidence: readonly number[],
  any: number,
  { sharpness }: Pick<Calibration, 'sharpness'>,
): number[] {
  const best = Math.max(...evidence);
  const weights = evidence.map((value) => Math.exp(sharpness * (value - best)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (any * weight) / sum);
}
