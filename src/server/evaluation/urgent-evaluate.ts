import {
  createUrgentDetector,
  type Spelling,
  type UrgentPolicy,
  type UrgentWeights,
} from '../../core/safety/index.ts';
import { createCueReader, fitUrgentWeights, type CuedMessage } from './urgent-fit.ts';
import type { UrgentMessage } from './urgent-messages.ts';

export interface UrgentInput {
  readonly policy: UrgentPolicy;
  readonly spelling: Spelling;
  readonly weights: UrgentWeights;
  /** What is measured. */
  readonly messages: readonly UrgentMessage[];
  /** What the weights are fitted to; cross-validation needs it. */
  readonly training: readonly CuedText[];
  /** Labelled queries with the risk of their problem and whether it goes to a person at once. */
  readonly queries: readonly { readonly q: string; readonly group: string }[];
}

/** A message that weights may be fitted to. */
export interface CuedText extends UrgentMessage {
  readonly share: number;
}

export interface AlarmScore {
  readonly urgent: number;
  readonly calm: number;
  readonly recall: number;
  readonly falseAlarms: number;
  readonly missed: readonly string[];
  readonly alarmed: readonly string[];
}

export interface UrgentEvaluation {
  /** With the weights as they ship. */
  readonly shipped: AlarmScore;
  /** Each message judged by weights fitted to the other four fifths of the training messages; none for foreign files. */
  readonly crossValidated?: AlarmScore;
  readonly byGroup: Readonly<Record<string, { readonly queries: number; readonly alarms: number }>>;
}

/** Aims of the product on messages like the labelled ones. */
export const URGENT_AIMS = { recall: 0.98, falseAlarms: 0.02 } as const;
const FOLDS = 5;

/** Measures who is interrupted: the shipped weights, cross-validation, and the alarms among ordinary queries. */
export function evaluateUrgent(input: UrgentInput): UrgentEvaluation {
  const { policy, spelling, weights, messages, queries } = input;
  const detector = createUrgentDetector(policy, spelling, weights);
  const isUrgent = (text: string) => detector.detect(text).urgent;
  const byGroup: Record<string, { queries: number; alarms: number }> = {};
  for (const { q, group } of queries) {
    const count = (byGroup[group] ??= { queries: 0, alarms: 0 });
    count.queries++;
    if (isUrgent(q)) count.alarms++;
  }
  const crossValidated = crossValidate(input);
  return {
    shipped: score(messages, (message) => isUrgent(message.q)),
    ...(crossValidated && { crossValidated }),
    byGroup,
  };
}

function crossValidate({ policy, spelling, messages, training }: UrgentInput): AlarmScore | undefined {
  const known = new Set(training.map(({ q }) => q));
  if (!messages.every(({ q }) => known.has(q))) return undefined;
  const readCues = createCueReader(policy, spelling);
  const cued = training.map((message) => ({
    ...message,
    cues: readCues(message.q),
    fold: foldOf(message.q),
  }));
  const detectors = Array.from({ length: FOLDS }, (_, fold) => {
    const rest: CuedMessage[] = cued.filter((message) => message.fold !== fold);
    return createUrgentDetector(policy, spelling, fitUrgentWeights(policy, rest));
  });
  return score(messages, ({ q }) => detectors[foldOf(q)]?.detect(q).urgent === true);
}

/** The fold of a message depends on its words alone, so that no order of files matters. */
function foldOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0;
  return hash % FOLDS;
}

function score(
  messages: readonly UrgentMessage[],
  isUrgent: (message: UrgentMessage) => boolean,
): AlarmScore {
  const urgent = messages.filter((message) => message.urgent);
  const calm = messages.filter((message) => !message.urgent);
  const missed = urgent.filter((message) => !isUrgent(message));
  const alarmed = calm.filter(isUrgent);
  return {
    urgent: urgent.length,
    calm: calm.length,
    recall: 1 - missed.length / urgent.length,
    falseAlarms: alarmed.length / calm.length,
    missed: missed.map(({ q }) => q),
    alarmed: alarmed.map(({ q }) => q),
  };
}
