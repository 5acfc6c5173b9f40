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
      /** The likeliest, a key of the policy's `situations`. */
      readonly situation: string;
      /** Others that it may well be too, the likeliest first. */
      readonly perhaps: readonly string[];
      readonly evidence: readonly UrgentCue[];
    };

export interface UrgentDetector {
  /** Judges the reader's words. Never throws; anything that says nothing is not urgent. */
  detect(text: string): Urgency;
  /** Everything in the text that speaks for urgency or against. */
  explain(text: string): readonly UrgentCue[];
}

const MOST_EVIDENCE = 5;
/**
 * From this probability on, a situation that is not the likeliest is named as well. Low, because a life weighs more
 * than a few lines too many: of dangers to a life found, styles left out, 5 of 287 go unnamed (2 at 0.1), and 336
 * of 1,485 other messages get a life's lines as well (563 at 0.1).
 */
const PERHAPS_FROM = 0.15;

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
    const [likeliest, ...others] = rankSituations(message, weights);
    if (!likeliest || probability < weights.threshold) return { urgent: false, probability };
    const perhaps = others.filter((one) => one.probability >= PERHAPS_FROM).map(({ name }) => name);
    const evidence = cues.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
    return {
      urgent: true,
      probability,
      situation: likeliest.name,
      perhaps,
      evidence: evidence.slice(0, MOST_EVIDENCE),
    };
  };
  return { detect, explain: (text) => explain(text) };
}

/** The situations by what the message's words and ideas say for each, the likeliest first. */
function rankSituations(
  { features }: ReadMessage,
  { situations }: UrgentWeights,
): { readonly name: string; readonly probability: number }[] {
  return Object.entries(situations)
    .map(([situation, { bias, says }]) => {
      const logOdds = features.reduce((sum, { name, value }) => sum + value * (says[name] ?? 0), bias);
      return { name: situation, probability: 1 / (1 + Math.exp(-logOdds)) };
    })
    .sort((a, b) => b.probability - a.probability);
}
