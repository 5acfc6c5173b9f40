import {
  createUrgentDetector,
  DEFAULT_URGENT_WEIGHTS,
  findSecrets,
  mask,
  type Spelling,
  type UrgentPolicy,
} from '../safety/browser.ts';
import type { Safety } from './safety.ts';

/** What urgent words are found by. */
export interface UrgentData {
  readonly policy: UrgentPolicy;
  readonly spelling: Spelling;
}

/** What guards a reader, in the browser and on the server that draws the same page. */
export function openSafety({ policy, spelling }: UrgentData): Safety {
  const detector = createUrgentDetector(policy, spelling, DEFAULT_URGENT_WEIGHTS);
  // A conversation is looked at again after each turn; its messages stay the same.
  let known = new Map<string, string | undefined>();
  const situationOf = (text: string): string | undefined => {
    if (known.has(text)) return known.get(text);
    const urgency = detector.detect(text);
    const situation = urgency.urgent ? urgency.situation : undefined;
    if (known.size >= MOST_KNOWN) known = new Map();
    known.set(text, situation);
    return situation;
  };
  return {
    isUrgent: (text) => situationOf(text) !== undefined,
    situationOf,
    holdsSecret: (text) => findSecrets(text).length > 0,
    mask: (text) => mask(text).text,
  };
}

const MOST_KNOWN = 200;
