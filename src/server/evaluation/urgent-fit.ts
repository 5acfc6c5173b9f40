import {
  createUrgentDetector,
  type Spelling,
  type UrgentPolicy,
  type UrgentWeights,
} from '../../core/safety/index.ts';

/** A message as the cues that fire in it. */
export interface CuedMessage {
  readonly cues: readonly string[];
  readonly urgent: boolean;
  /** How much it counts in fitting, 0–1. */
  readonly share: number;
}

/** The log odds of a message without a cue, before fitting. */
const START_BIAS = -2.2;
/** How strongly a weight is held to the policy's: about a third of a message's pull. */
const HOLD = 0.3;
const HOLD_BIAS = 0.05;
const STEPS = 600;
const STEP_SIZE = 0.05;

/** The cues of a message, whatever the weights. */
export function createCueReader(policy: UrgentPolicy, spelling: Spelling): (text: string) => string[] {
  const detector = createUrgentDetector(policy, spelling, { bias: START_BIAS, cues: {} });
  return (text) => detector.explain(text).map(({ key }) => key);
}

/**
 * Fits the weights of the cues to labelled messages: logistic regression with a normal prior around the
 * weights of the policy, by gradient descent with Adam's step sizes (Kingma and Ba 2015). Deterministic.
 */
export function fitUrgentWeights(policy: UrgentPolicy, messages: readonly CuedMessage[]): UrgentWeights {
  const prior = new Map(policy.cues.map(({ key, weight }) => [key, weight]));
  const names = [...prior.keys()];
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = messages.map(({ cues, urgent, share }) => ({
    at: cues.map((cue) => place.get(cue) ?? names.length),
    target: urgent ? 1 : 0,
    share,
  }));
  const start = [...names.map((name) => prior.get(name) ?? 0), START_BIAS];
  const hold = start.map((_, at) => (at < names.length ? HOLD : HOLD_BIAS));
  const weights = descend(start, hold, rows);
  const round = (value: number | undefined) => Math.round((value ?? 0) * 100) / 100;
  return {
    bias: round(weights.at(-1)),
    cues: Object.fromEntries(names.map((name, at) => [name, round(weights[at])])),
  };
}

interface Row {
  readonly at: readonly number[];
  readonly target: number;
  readonly share: number;
}

function descend(start: readonly number[], hold: readonly number[], rows: readonly Row[]): number[] {
  const weights = [...start];
  const mean = start.map(() => 0);
  const spread = start.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    slopes(weights, start, hold, rows).forEach((slope, at) => {
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * slope ** 2;
      const size = Math.sqrt((spread[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (STEP_SIZE * (mean[at] ?? 0)) / (1 - 0.9 ** step) / size;
    });
  }
  return weights;
}

function slopes(
  weights: readonly number[],
  start: readonly number[],
  hold: readonly number[],
  rows: readonly Row[],
): number[] {
  const bias = weights.length - 1;
  const slope = weights.map((weight, at) => (hold[at] ?? 0) * (weight - (start[at] ?? 0)));
  for (const { at, target, share } of rows) {
    const logOdds = at.reduce((sum, one) => sum + (weights[one] ?? 0), weights[bias] ?? 0);
    const miss = (1 / (1 + Math.exp(-logOdds)) - target) * share;
    for (const one of [...at, bias]) slope[one] = (slope[one] ?? 0) + miss;
  }
  return slope;
}
