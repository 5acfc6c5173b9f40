import { createTermMatcher } from './term-matcher.ts';
import { findCues, NEGATORS } from './find-cues.ts';
import { createWordReader, type Spelling } from './message-words.ts';
import type { UrgentPolicy } from './urgent-policy.ts';

/** The fitted weights: log odds by the key of a cue. */
export interface UrgentWeights {
  readonly bias: number;
  readonly cues: Readonly<Record<string, number>>;
}

/** One reason for the verdict: a cue, its weight, and the reader's own words that show it. */
export interface UrgentCue {
  readonly key: string;
  readonly weight: number;
  readonly words: readonly string[];
}

/** Whether a message must be interrupted at once. `evidence` has the strongest cue first. */
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
  /** Every cue of the text, whether it speaks for urgency or against. */
  explain(text: string): readonly UrgentCue[];
}

const THRESHOLD = 0.4;

/** Makes the detector from the policy, how people write and the fitted weights. A cue without one keeps the policy's. */
export function createUrgentDetector(
  policy: UrgentPolicy,
  spelling: Spelling,
  weights: UrgentWeights,
): UrgentDetector {
  const terms = [...policy.negators, ...Object.values(policy.ideas).flat()];
  const read = createWordReader(
    spelling,
    terms.filter((term) => /^\p{L}+$/u.test(term)),
  );
  const match = createTermMatcher(
    { ...policy.ideas, [NEGATORS]: policy.negators },
    new Set(policy.fillers),
    new Set(spelling.ordinary),
  );
  const situations = new Map(policy.cues.map(({ key, situation }) => [key, situation]));
  const weightOf = new Map(policy.cues.map(({ key, weight }) => [key, weights.cues[key] ?? weight]));

  const explain = (text: string): UrgentCue[] => {
    const words = read(text);
    return findCues(policy, words, match(words)).map(({ key, words: shown }) => ({
      key,
      weight: weightOf.get(key) ?? 0,
      words: shown.map((at) => text.slice(words[at]?.start, words[at]?.end)),
    }));
  };

  const detect = (text: string): Urgency => {
    const cues = explain(text);
    const situation = strongestSituation(cues, situations);
    const logOdds = cues.reduce((sum, { weight }) => sum + weight, weights.bias);
    const probability = situation === undefined ? 0 : 1 / (1 + Math.exp(-logOdds));
    if (situation === undefined || probability < THRESHOLD) return { urgent: false, probability };
    const evidence = cues.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
    return { urgent: true, probability, situation, evidence };
  };
  return { detect, explain };
}

function strongestSituation(
  cues: readonly UrgentCue[],
  situations: ReadonlyMap<string, string | undefined>,
): string | undefined {
  const sums = new Map<string, number>();
  for (const { key, weight } of cues) {
    const situation = situations.get(key);
    if (situation !== undefined) sums.set(situation, (sums.get(situation) ?? 0) + weight);
  }
  return [...sums].reduce<readonly [string, number] | undefined>(
    (best, one) => (best === undefined || one[1] > best[1] ? one : best),
    undefined,
  )?.[0];
}
