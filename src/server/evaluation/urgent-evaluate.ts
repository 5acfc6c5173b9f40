import type { UrgentDetector } from '../../core/safety/index.ts';
import type { UrgentMessage } from './urgent-messages.ts';

export interface UrgentInput {
  readonly detector: UrgentDetector;
  /** What is measured. */
  readonly messages: readonly UrgentMessage[];
  /** Labelled queries with the risk of their problem and whether it goes to a person at once. */
  readonly queries: readonly { readonly q: string; readonly group: string }[];
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
  readonly byGroup: Readonly<Record<string, { readonly queries: number; readonly alarms: number }>>;
}

/** Aims of the product on messages that nobody here has seen. */
export const URGENT_AIMS = { recall: 0.98, falseAlarms: 0.02 } as const;

/** Measures who is interrupted: among labelled messages, and among ordinary queries. */
export function evaluateUrgent({ detector, messages, queries }: UrgentInput): UrgentEvaluation {
  const isUrgent = (text: string) => detector.detect(text).urgent;
  const byGroup: Record<string, { queries: number; alarms: number }> = {};
  for (const { q, group } of queries) {
    const count = (byGroup[group] ??= { queries: 0, alarms: 0 });
    count.queries++;
    if (isUrgent(q)) count.alarms++;
  }
  return { shipped: scoreAlarms(messages, ({ q }) => isUrgent(q)), byGroup };
}

/** Recall and false alarms of a judgement over labelled messages. */
export function scoreAlarms<Message extends UrgentMessage>(
  messages: readonly Message[],
  isUrgent: (message: Message) => boolean,
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
