import type { Bilingual } from '../article/browser.ts';
import { repliesTo, settledReply, type Diagnosis } from './diagnosis.ts';
import type { DiagnosisModel } from './diagnosis-model.ts';
import type { DiagnosisProblem, DiagnosisStep } from './diagnosis-problem.ts';
import { answerText, both } from './explain.ts';

/** How often a step was tried, and what came of it. */
interface StepTally {
  readonly solved: number;
  readonly failed: number;
}

/** The tallies of one problem's steps, by key. */
export type StepTallies = Readonly<Record<string, StepTally>>;

export interface StepChoice {
  readonly step: DiagnosisStep;
  /** Expected chance (0–1) that the step solves the problem. */
  readonly chance: number;
  /** Whether the step's condition holds: `unknown` when the reader has not told. */
  readonly condition: 'none' | 'met' | 'unknown';
  readonly why: Bilingual;
}

/** A writer puts first what solves most for its time: each later step is taken to be this much worse. */
const FALL_FROM_STEP_TO_STEP = 0.8;
/** How many readers a guide's steps are taken to help, all together. */
const GUIDE_SOLVES = 0.8;
/** The writer's order weighs as much as this many readers' outcomes. */
const WRITER_WEIGHS = 20;
/** Fewer outcomes than these are not told to readers. */
const WORTH_TELLING = 10;

/**
 * The steps for a reader, best chance per minute first (Jensen et al. 2001). Chances are Beta-distributed:
 * the prior gives the writer's order exactly, and outcomes move it. Steps whose condition the reader's
 * answers rule out are left out. A step with a risk keeps its place and nothing passes it, so no reader
 * meets it before the safer steps that the writer put first; a problem that a person takes over at once
 * keeps the writer's order wholly.
 */
export function orderSteps(
  model: DiagnosisModel,
  problem: DiagnosisProblem,
  diagnosis: Diagnosis,
  tallies: StepTallies = {},
): StepChoice[] {
  const chances = stepChances(problem.steps, tallies);
  const choices = problem.steps.flatMap((step, place) => {
    const condition = readCondition(step, diagnosis);
    if (condition === 'ruled-out') return [];
    const chance = chances[place] ?? 0;
    return [{ step, chance, condition, why: explainStep(model, step, condition, tallies[step.key]) }];
  });
  if (problem.escalate === 'immediately') return choices;
  return splitAtRisks(choices).flatMap((stretch) =>
    // A stable sort: equals keep the writer's order.
    [...stretch].sort((a, b) => perMinute(b) - perMinute(a)),
  );
}

/** The expected chance of each step, in the writer's order. */
function stepChances(steps: readonly DiagnosisStep[], tallies: StepTallies): number[] {
  const shares = steps.map(({ minutes }, place) => minutes * FALL_FROM_STEP_TO_STEP ** place);
  const sum = shares.reduce((total, share) => total + share, 0);
  return steps.map(({ key }, place) => {
    const prior = (GUIDE_SOLVES * (shares[place] ?? 0)) / sum;
    const { solved, failed } = tallies[key] ?? { solved: 0, failed: 0 };
    return (WRITER_WEIGHS * prior + solved) / (WRITER_WEIGHS + solved + failed);
  });
}

function splitAtRisks(choices: readonly StepChoice[]): StepChoice[][] {
  const stretches: StepChoice[][] = [[]];
  for (const choice of choices) {
    if (choice.step.risk) stretches.push([choice], []);
    else stretches.at(-1)?.push(choice);
  }
  return stretches;
}

function perMinute({ chance, step }: StepChoice): number {
  return chance / step.minutes;
}

function readCondition({ only }: DiagnosisStep, diagnosis: Diagnosis): StepChoice['condition'] | 'ruled-out' {
  if (!only) return 'none';
  const entry = repliesTo(diagnosis, only.sign);
  const reply = entry ? settledReply(entry) : null;
  if (reply === null) return 'unknown';
  return reply === only.answer ? 'met' : 'ruled-out';
}

function explainStep(
  model: DiagnosisModel,
  { only, risk, minutes }: DiagnosisStep,
  condition: StepChoice['condition'],
  tally: StepTally = { solved: 0, failed: 0 },
): Bilingual {
  const sign = only && model.signs.get(only.sign);
  if (sign && condition === 'met') {
    return both(
      (lang) => answerText(sign, only.answer)[lang],
      (answer) => `Langkah ini untuk jawaban “${answer}”.`,
      (answer) => `This step is for your answer “${answer}”.`,
    );
  }
  if (sign && condition === 'unknown') {
    return both(
      (lang) => [sign.ask[lang], answerText(sign, only.answer)[lang]] as const,
      ([ask, answer]) => `Hanya bila jawaban untuk “${ask}” adalah “${answer}”.`,
      ([ask, answer]) => `Only if the answer to “${ask}” is “${answer}”.`,
    );
  }
  if (risk) return IN_PLACE;
  const tried = tally.solved + tally.failed;
  if (tried >= WORTH_TELLING) {
    return both(
      () => [tally.solved, tried] as const,
      ([solved, all]) => `Menyelesaikan masalah bagi ${solved} dari ${all} orang yang mencobanya.`,
      ([solved, all]) => `It solved the problem for ${solved} of the ${all} people who tried it.`,
    );
  }
  return both(
    (lang) => minutes.toLocaleString(lang),
    (time) => `Peluang terbaik untuk waktu sekitar ${time} menit.`,
    (time) => `The best chance for about ${time} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  );
}

const IN_PLACE: Bilingual = {
  id: 'Langkah ini berisiko bila didahulukan, jadi urutannya tetap.',
  en: 'This step is risky out of turn, so it keeps its place.',
};
