import type { Spelling } from './message-words.ts';
import { createFeatureReader, type ReadMessage } from './urgent-features.ts';
import type { UrgentPolicy } from './urgent-policy.ts';
import { openWeights, type UrgentWeights } from './urgent-weights.ts';

/** One reason for the verdict: a feature, its log odds, and the reader's own words that show it. */
export interface UrgentCue {
  readonly key: string;
  readonly weight: number;
  readonly words: readonly string[];
}

/** Whether a message must be interrupted at once. `evidence` has the strongest reasons, first the strongest. */
export type Urgency =
  | { readonly urgent: false; readonly probability: number }
  | {
      readonly urgent: true;
      readonly probability: number;
      /** A key of the policy's `situations`. */
      readonly situation: string;
      readonly evidence: readonly UrgentCue[];
    };

export interface UrgentDetector {
  /** Judges the reader's words. Never throws; anything that says nothing is not urgent. */
  detect(text: string): Urgency;
  /** Everything in the text that speaks for urgency or against. */
  explain(text: string): readonly UrgentCue[];
}

const MOST_EVIDENCE = 5;

/** Makes the detector from the policy, how people write and what was learnt. */
export function createUrgentDetector(
  policy: UrgentPolicy,
  spelling: Spelling,
  weights: UrgentWeights,
): UrgentDetector {
  const read = createFeatureReader(policy, spelling);
  const weightOf = openWeights(weights);

  const explain = (text: string, { words, features } = read(text)): UrgentCue[] =>
    features.flatMap(({ name, value, words: shown }) => {
      const weight = value * weightOf(name);
      if (weight === 0) return [];
      return [{ key: name, weight, words: shown.map((at) => text.slice(words[at]?.start, words[at]?.end)) }];
    });

  const detect = (text: string): Urgency => {
    const message = read(text);
    if (message.words.length === 0) return { urgent: false, probability: 0 };
    const cues = explain(text, message);
    const logOdds = cues.reduce((sum, { weight }) => sum + weight, weights.bias);
    const probability = 1 / (1 + Math.exp(-logOdds));
    const situation = nameSituation(message, weights);
    if (situation === undefined || probability < weights.threshold) return { urgent: false, probability };
    const evidence = cues.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
    return { urgent: true, probability, situation, evidence: evidence.slice(0, MOST_EVIDENCE) };
  };
  return { detect, explain: (text) => explain(text) };
}

/** The situation that the message's words and ideas speak for most; of equals the first. */
function nameSituation({ features }: ReadMessage, { situations }: UrgentWeights): string | undefined {
  let best: { situation: string; sum: number } | undefined;
  for (const [situation, { bias, says }] of Object.entries(situations)) {
    const sum = features.reduce((total, { name, value }) => total + value * (says[name] ?? 0), bias);
    if (!best || sum > best.sum) best = { situation, sum };
  }
  return best?.situation;
}
