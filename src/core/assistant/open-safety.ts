import {
  createUrgentDetector,
  findSecrets,
  mask,
  type Spelling,
  type UrgentPolicy,
  type UrgentWeights,
} from '../safety/browser.ts';
import type { Safety } from './safety.ts';

/** What urgent words are found by. */
export interface UrgentData {
  readonly policy: UrgentPolicy;
  readonly spelling: Spelling;
  /** What was learnt; as data, so that a page's scripts do not carry it. */
  readonly weights: UrgentWeights;
}

/** What guards a reader, in the browser and on the server that draws the same page. */
export function openSafety({ policy, spelling, weights }: UrgentData): Safety {
  const detector = createUrgentDetector(policy, spelling, weights);
  // A conversation is looked at again after each turn; its messages stay the same.
  let known = new Map<string, readonly string[]>();
  /** The likeliest first; [] when nothing is urgent. */
  const situationsOf = (text: string): readonly string[] => {
    const before = known.get(text);
    if (before) return before;
    const urgency = detector.detect(text);
    const situations = urgency.urgent ? [urgency.situation, ...urgency.perhaps] : [];
    if (known.size >= MOST_KNOWN) known = new Map();
    known.set(text, situations);
    return situations;
  };
  return {
    isUrgent: (text) => situationsOf(text).length > 0,
    situationOf: (text) => situationsOf(text)[0],
    lifeInDangerOf: (text) => situationsOf(text).find((situation) => policy.situations[situation]?.life),
    holdsSecret: (text) => findSecrets(text).length > 0,
    mask: (text) => mask(text).text,
  };
}

const MOST_KNOWN = 200;
