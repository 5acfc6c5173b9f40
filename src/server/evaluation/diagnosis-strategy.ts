import type { Sign } from '../../core/article/index.ts';
import {
  answerQuestion,
  computeBelief,
  countAsked,
  decide,
  likeliest,
  repliesTo,
  startDiagnosis,
  type Diagnosis,
  type DiagnosisModel,
  type WordHit,
} from '../../core/diagnosis/index.ts';
import type { SimulatedUser } from './diagnosis-user.ts';

/** How one conversation went until a problem was offered, or nothing fitted. */
export interface Conversation {
  /** The problem that was offered, and those shown with it; none when nothing fitted. */
  readonly offered?: string;
  readonly shown: readonly string[];
  readonly asked: number;
  /** Minutes that the answers took, by the signs' efforts. */
  readonly minutes: number;
}

export const STRATEGIES = ['diagnosis', 'first-result', 'fixed-order', 'guide-order'] as const;
/**
 * `first-result` asks nothing. `fixed-order` asks the signs
 * that most guides list, always in the same order, and `guide-order` those of the best guide in its own
 * order; both with the same belief and the same stop as `diagnosis`.
 */
export type Strategy = (typeof STRATEGIES)[number];

/** Talks to one reader, from what search found for their words. */
export function converse(
  strategy: Strategy,
  model: DiagnosisModel,
  hits: readonly WordHit[],
  user: SimulatedUser,
): Conversation {
  return strategy === 'first-result' ? offerHits(hits) : diagnose(strategy, model, hits, user);
}

function offerHits(hits: readonly WordHit[]): Conversation {
  const shown = hits.slice(0, 3).map(({ id }) => id);
  return { ...(shown[0] !== undefined && { offered: shown[0] }), shown, asked: 0, minutes: 0 };
}

function diagnose(
  strategy: Strategy,
  model: DiagnosisModel,
  hits: readonly WordHit[],
  user: SimulatedUser,
): Conversation {
  let diagnosis = startDiagnosis(hits);
  let minutes = 0;
  let outcome = decide(model, diagnosis);
  while (outcome.kind === 'ask') {
    const sign = chooseSign(strategy, model, diagnosis) ?? outcome.question.sign;
    diagnosis = answerQuestion(diagnosis, sign.id, user(sign));
    minutes += sign.effort;
    outcome = decide(model, diagnosis);
  }
  const asked = countAsked(diagnosis);
  if (outcome.kind !== 'confirm') return { shown: [], asked, minutes };
  const shown = [outcome.problem, ...outcome.alternatives.map(({ id }) => id)];
  return { offered: outcome.problem, shown, asked, minutes };
}

function chooseSign(strategy: Strategy, model: DiagnosisModel, diagnosis: Diagnosis): Sign | undefined {
  if (strategy === 'diagnosis') return undefined;
  const order = strategy === 'fixed-order' ? mostListed(model) : signsOfBest(model, diagnosis);
  const next = order.find((sign) => !repliesTo(diagnosis, sign));
  return next === undefined ? undefined : model.signs.get(next);
}

function mostListed({ tables }: DiagnosisModel): string[] {
  return [...tables.values()]
    .sort((a, b) => b.problems.length - a.problems.length || a.sign.effort - b.sign.effort)
    .map(({ sign }) => sign.id);
}

function signsOfBest(model: DiagnosisModel, diagnosis: Diagnosis): string[] {
  const [best] = likeliest(model, computeBelief(model, diagnosis), 1);
  const problem = model.problems[model.placeOf.get(best?.id ?? '') ?? -1];
  return Object.keys(problem?.signs ?? {});
}
