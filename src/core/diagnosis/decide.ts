import type { Bilingual } from '../article/browser.ts';
import { computeBelief, likeliest, type Candidate } from './belief.ts';
import { countAsked, repliesTo, type Diagnosis } from './diagnosis.ts';
import type { DiagnosisModel } from './diagnosis-model.ts';
import type { DiagnosisProblem } from './diagnosis-problem.ts';
import { both, explainContradiction, explainProblem } from './explain.ts';
import { contradictoryQuestion, MOST_QUESTIONS, nextQuestion, type Question } from './next-question.ts';
import { orderSteps, type StepChoice, type StepTallies } from './order-steps.ts';

/** What to do next with a reader. */
export type Outcome =
  | { readonly kind: 'ask'; readonly question: Question }
  /** Offer a problem, with others that are possible; goes on with `confirmProblem` or `turnDown`. */
  | {
      readonly kind: 'confirm';
      readonly problem: string;
      readonly probability: number;
      readonly alternatives: readonly Candidate[];
      readonly why: Bilingual;
    }
  /** Give a step of the confirmed problem; goes on with `recordStep`. */
  | {
      readonly kind: 'steps';
      readonly problem: string;
      readonly next: StepChoice;
      readonly later: readonly StepChoice[];
    }
  | { readonly kind: 'solved'; readonly problem: string; readonly step: string }
  /**
   * Hand over, or show the nearest guides. `no-guide`: no guide is likely enough to be offered.
   * `turned-down`: the reader refused what was offered. `steps-tried`: the steps of `problem` are used up.
   */
  | {
      readonly kind: 'nothing-fits';
      readonly reason: 'no-guide' | 'turned-down' | 'steps-tried';
      readonly problem?: string;
      readonly nearest: readonly Candidate[];
    };

/** From this probability on, the reader is offered the problem without another question. */
const LIKELY_ENOUGH = 0.85;
/** Below this, an offer would be a guess. */
const WORTH_OFFERING = 0.1;
/** An alternative is named from this probability on. */
const WORTH_NAMING = 0.05;
const MOST_ALTERNATIVES = 2;
/** After these refusals another offer only annoys. */
const MOST_REFUSALS = 2;

/**
 * What to do next, from the evidence alone: the same evidence always gives the same outcome. Every way
 * through ends: at most 5 answers are asked for, 2 offers made, and each step given once.
 * `tallies` are earlier readers' step outcomes, by problem; without them the writer's order holds.
 */
export function decide(
  model: DiagnosisModel,
  diagnosis: Diagnosis,
  tallies: ReadonlyMap<string, StepTallies> = new Map(),
): Outcome {
  const contradiction = contradictoryQuestion(model, diagnosis);
  if (contradiction) {
    const { sign, said } = contradiction;
    const why = explainContradiction(sign, said);
    return { kind: 'ask', question: { sign, said, why, reason: 'contradiction', left: 1 } };
  }
  const confirmed = findProblem(model, diagnosis.confirmed?.problem);
  return confirmed
    ? giveStep(model, diagnosis, confirmed, tallies.get(confirmed.id))
    : findOut(model, diagnosis);
}

function findOut(model: DiagnosisModel, diagnosis: Diagnosis): Outcome {
  const belief = computeBelief(model, diagnosis);
  const candidates = likeliest(model, belief, MOST_ALTERNATIVES + 1 + diagnosis.turnedDown.length)
    .filter(({ id }) => !diagnosis.turnedDown.includes(id))
    .slice(0, MOST_ALTERNATIVES + 1);
  const [best, ...others] = candidates;
  if (diagnosis.refusals >= MOST_REFUSALS) {
    return { kind: 'nothing-fits', reason: 'turned-down', nearest: candidates };
  }
  if (!best || best.probability < LIKELY_ENOUGH) {
    const question = nextQuestion(model, diagnosis, belief);
    if (question) return { kind: 'ask', question };
  }
  if (!best || best.probability < WORTH_OFFERING) {
    const reason = diagnosis.refusals > 0 ? 'turned-down' : 'no-guide';
    return { kind: 'nothing-fits', reason, nearest: candidates };
  }
  return {
    kind: 'confirm',
    problem: best.id,
    probability: best.probability,
    alternatives: others.filter(({ probability }) => probability >= WORTH_NAMING),
    why: explainProblem(model, best.id, diagnosis),
  };
}

function giveStep(
  model: DiagnosisModel,
  diagnosis: Diagnosis,
  problem: DiagnosisProblem,
  tallies?: StepTallies,
): Outcome {
  const records = diagnosis.steps.filter((record) => record.problem === problem.id);
  const solving = records.find(({ result }) => result === 'solved');
  if (solving) return { kind: 'solved', problem: problem.id, step: solving.step };
  const [next, ...later] = orderSteps(model, problem, diagnosis, tallies).filter(
    ({ step }) => !records.some((record) => record.step === step.key),
  );
  if (!next) {
    const nearest = likeliest(model, computeBelief(model, diagnosis), MOST_ALTERNATIVES + 2)
      .filter(({ id }) => id !== problem.id && !diagnosis.turnedDown.includes(id))
      .slice(0, MOST_ALTERNATIVES + 1);
    return { kind: 'nothing-fits', reason: 'steps-tried', problem: problem.id, nearest };
  }
  const question = conditionQuestion(model, diagnosis, next);
  if (question) return { kind: 'ask', question };
  return { kind: 'steps', problem: problem.id, next, later };
}

/** A step that is for some readers only is worth a question before it is given to the others. */
function conditionQuestion(
  model: DiagnosisModel,
  diagnosis: Diagnosis,
  { step, condition }: StepChoice,
): Question | undefined {
  const sign = step.only && model.signs.get(step.only.sign);
  if (!sign || condition !== 'unknown' || repliesTo(diagnosis, sign.id)) return undefined;
  if (countAsked(diagnosis) >= MOST_QUESTIONS) return undefined;
  return { sign, reason: 'step', why: NEXT_STEP_DEPENDS, left: 1 };
}

const NEXT_STEP_DEPENDS = both(
  () => '',
  () => 'Langkah berikutnya bergantung pada jawaban ini.',
  () => 'The next step depends on this answer.',
);

function findProblem(model: DiagnosisModel, id: string | undefined): DiagnosisProblem | undefined {
  const place = id === undefined ? undefined : model.placeOf.get(id);
  return place === undefined ? undefined : model.problems[place];
}
