import type { Bilingual, Sign } from '../article/browser.ts';
import { countAsked, isContradictory, repliesTo, type Diagnosis } from './diagnosis.ts';
import { likelihoodAt, type DiagnosisModel, type SignTable } from './diagnosis-model.ts';
import { explainContrast } from './explain.ts';

/** A reader is never asked more often than this. */
export const MOST_QUESTIONS = 5;

/** What each question costs in a reader's patience, in minutes, beside the effort of its answer. */
const PATIENCE_MINUTES = 1;

/** Below this gain, in bits, an answer would not change what the reader is told. */
const LEAST_GAIN = 0.05;

/** An answer that this share of the candidates expects is known without asking. */
const IMPLIED_FROM = 0.95;

/** From this probability of "something else" on, questions about guides only keep the reader waiting. */
const HOPELESS = 0.8;

export interface Question {
  readonly sign: Sign;
  /**
   * `separates`: it tells problems apart. `contradiction`: the reader said two things.
   * `step`: whether the next step is for this reader depends on it.
   */
  readonly reason: 'separates' | 'contradiction' | 'step';
  readonly why: Bilingual;
  /** The two contradictory answers, in the order of saying. */
  readonly said?: readonly string[];
  /** How many questions are still to come, this one included: 1–5, an estimate. */
  readonly left: number;
}

/**
 * The question with the highest expected information gain per minute (Heckerman, Breese and Rommelse
 * 1995, with gain in place of value), or none when no answer would help enough, when "something else" is
 * nearly certain, or when the reader was asked often enough. Questions tell problems with a guide apart;
 * whether it is one of them at all, the reader sees best when it is offered. A question that only some
 * candidates could answer counts for their share; one that all are expected to answer alike is not asked.
 * Ties go to the sign's id.
 */
export function nextQuestion(
  model: DiagnosisModel,
  diagnosis: Diagnosis,
  belief: Float64Array,
): Question | undefined {
  if ((belief.at(-1) ?? 1) >= HOPELESS) return undefined;
  const asked = countAsked(diagnosis);
  if (asked >= MOST_QUESTIONS) return undefined;
  const amongProblems = withoutSomethingElse(belief);
  let best: { readonly table: SignTable; readonly worth: number } | undefined;
  for (const table of model.tables.values()) {
    // Most signs belong to problems that nobody thinks of; the bound saves the sums over their answers.
    if (listedShare(table, amongProblems) * Math.log2(table.answers.length) < LEAST_GAIN) continue;
    if (repliesTo(diagnosis, table.sign.id) || isImplied(table, amongProblems)) continue;
    const gain = informationGain(table, amongProblems);
    if (gain < LEAST_GAIN) continue;
    const worth = gain / (PATIENCE_MINUTES + table.sign.effort);
    if (!best || worth > best.worth) best = { table, worth };
  }
  if (!best) return undefined;
  return {
    sign: best.table.sign,
    reason: 'separates',
    why: explainContrast(model, best.table, amongProblems),
    left: estimateLeft(amongProblems, MOST_QUESTIONS - asked),
  };
}

/**
 * Bits by which an answer is expected to narrow the belief (mutual information of problem and answer),
 * times the chance that the question makes sense to the reader. `belief` is over the problems alone.
 */
function informationGain(table: SignTable, belief: Float64Array): number {
  const count = table.answers.length;
  const predicted = new Float64Array(count);
  let listed = 0;
  let conditional = 0;
  table.problems.forEach((place, row) => {
    const probability = belief[place] ?? 0;
    listed += probability;
    conditional += probability * (table.entropies[row] ?? 0);
    for (let column = 0; column < count; column++) {
      predicted[column] = (predicted[column] ?? 0) + probability * likelihoodAt(table, row, column);
    }
  });
  const others = Math.max(0, 1 - listed);
  conditional += others * Math.log2(count);
  const entropy = predicted.reduce((sum, value) => sum + surprise(value + others / count), 0);
  return Math.max(0, entropy - conditional) * Math.min(1, listed);
}

/** The probability that the problem is one that lists the sign. */
function listedShare({ problems }: SignTable, belief: Float64Array): number {
  let listed = 0;
  for (const place of problems) listed += belief[place] ?? 0;
  return listed;
}

/** True when nearly all of the problems that list the sign, by their probability, expect the same answer. */
function isImplied(table: SignTable, belief: Float64Array): boolean {
  const byAnswer = new Float64Array(table.answers.length);
  let listed = 0;
  table.expected.forEach((column, row) => {
    const probability = belief[table.problems[row] ?? -1] ?? 0;
    listed += probability;
    byAnswer[column] = (byAnswer[column] ?? 0) + probability;
  });
  return Math.max(...byAnswer) >= IMPLIED_FROM * listed;
}

/** The sign that the reader answered in two ways, to be asked again; none when the limit is reached. */
export function contradictoryQuestion(
  model: DiagnosisModel,
  diagnosis: Diagnosis,
): { readonly sign: Sign; readonly said: readonly string[] } | undefined {
  if (countAsked(diagnosis) >= MOST_QUESTIONS) return undefined;
  for (const entry of diagnosis.answers) {
    const sign = model.signs.get(entry.sign);
    if (!sign || !isContradictory(entry)) continue;
    return { sign, said: entry.replies.filter((reply) => reply !== null) };
  }
  return undefined;
}

function withoutSomethingElse(belief: Float64Array): Float64Array {
  const problems = belief.slice(0, -1);
  const sum = problems.reduce((total, probability) => total + probability, 0);
  return problems.map((probability) => probability / sum);
}

/** Two bits of doubt took simulated readers about one question more. */
function estimateLeft(belief: Float64Array, most: number): number {
  const entropy = belief.reduce((sum, probability) => sum + surprise(probability), 0);
  return Math.min(most, 1 + Math.floor(entropy / 2));
}

function surprise(probability: number): number {
  return probability > 0 ? -probability * Math.log2(probability) : 0;
}
