import type { Sign } from '../article/browser.ts';
import type { DiagnosisProblem } from './diagnosis-problem.ts';

/** A sign with the likelihoods of the problems that list it, laid out for fast sums. */
export interface SignTable {
  readonly sign: Sign;
  readonly answers: readonly string[];
  /** Places (in `DiagnosisModel.problems`) of the problems that list the sign. */
  readonly problems: readonly number[];
  /** Row by row for `problems`: the likelihood of each answer, never 0. */
  readonly likelihoods: Float64Array;
  /** The column of each row's likeliest answer. */
  readonly expected: readonly number[];
  /** The entropy of each row, in bits. */
  readonly entropies: Float64Array;
}

/** Problems and signs, made ready once; immutable, and the same for the same content in any order. */
export interface DiagnosisModel {
  /** In order of id. */
  readonly problems: readonly DiagnosisProblem[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly signs: ReadonlyMap<string, Sign>;
  /** By the sign's id, in its order; only signs that some problem lists. */
  readonly tables: ReadonlyMap<string, SignTable>;
}

/**
 * How many readers misread a screen or press the wrong button. Their answers say nothing, so every
 * likelihood is this much of a flat one: one wrong answer never rules a problem out.
 */
const WRONG_ANSWERS = 0.1;

/** Lays problems and signs out for asking. Takes time in proportion to all likelihoods; do it once. */
export function prepareDiagnosis(
  problems: readonly DiagnosisProblem[],
  signs: Iterable<Sign>,
): DiagnosisModel {
  const sorted = [...problems].sort((a, b) => (a.id < b.id ? -1 : 1));
  const listing = new Map<string, number[]>();
  sorted.forEach((problem, place) => {
    for (const sign of Object.keys(problem.signs)) {
      const places = listing.get(sign);
      if (places) places.push(place);
      else listing.set(sign, [place]);
    }
  });
  const sortedSigns = [...signs].sort((a, b) => (a.id < b.id ? -1 : 1));
  const tables = sortedSigns.flatMap((sign) => {
    const places = listing.get(sign.id);
    return places ? [[sign.id, layOut(sign, places, sorted)] as const] : [];
  });
  return {
    problems: sorted,
    placeOf: new Map(sorted.map(({ id }, place) => [id, place])),
    signs: new Map(sortedSigns.map((sign) => [sign.id, sign])),
    tables: new Map(tables),
  };
}

function layOut(sign: Sign, places: readonly number[], problems: readonly DiagnosisProblem[]): SignTable {
  const answers = Object.keys(sign.answers);
  const likelihoods = new Float64Array(places.length * answers.length);
  const entropies = new Float64Array(places.length);
  places.forEach((place, row) => {
    const given = problems[place]?.signs[sign.id] ?? {};
    const total = answers.reduce((sum, answer) => sum + (given[answer] ?? 0), 0);
    answers.forEach((answer, column) => {
      const share = total > 0 ? (given[answer] ?? 0) / total : 1 / answers.length;
      const likelihood = (1 - WRONG_ANSWERS) * share + WRONG_ANSWERS / answers.length;
      likelihoods[row * answers.length + column] = likelihood;
      entropies[row] = (entropies[row] ?? 0) - likelihood * Math.log2(likelihood);
    });
  });
  const expected = places.map((_, row) => {
    const own = likelihoods.subarray(row * answers.length, (row + 1) * answers.length);
    return own.indexOf(Math.max(...own));
  });
  return { sign, answers, problems: places, likelihoods, expected, entropies };
}

/** The likelihood of one answer for the problem in a row of the table. */
export function likelihoodAt(table: SignTable, row: number, column: number): number {
  return table.likelihoods[row * table.answers.length + column] ?? 1 / table.answers.length;
}
