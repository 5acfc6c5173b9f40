import type { Article, Sign } from '../article/browser.ts';

/** One answer that would mean: the reader has the neighbour's problem, not this one. */
export interface SeparatingAnswer {
  readonly sign: Sign;
  readonly answer: string;
  /** Id of the problem that the answer points to. */
  readonly neighbour: string;
}

type Likelihoods = Article['signs'];

/** Below this, an answer would send as many readers astray as it helps. */
const LEAST_DIFFERENCE = 0.3;
/** Differences this close count as equal, and the question that is easier to answer wins. */
const TOLERANCE = 0.1;

/**
 * For each neighbour the answer that separates it best from a problem: the largest difference of
 * likelihoods, and of nearly equal ones the least effort. In the order of `neighbours`, at most
 * `limit`; a neighbour that no shared sign separates is left out.
 */
export function separatingAnswers(
  problem: { readonly signs: Likelihoods },
  neighbours: readonly { readonly id: string; readonly signs: Likelihoods }[],
  signs: ReadonlyMap<string, Sign>,
  limit = 3,
): SeparatingAnswer[] {
  return neighbours
    .flatMap(({ id, signs: theirs }) => {
      const best = bestAnswer(problem.signs, theirs, signs);
      return best ? [{ ...best, neighbour: id }] : [];
    })
    .slice(0, limit);
}

function bestAnswer(
  ours: Likelihoods,
  theirs: Likelihoods,
  signs: ReadonlyMap<string, Sign>,
): Omit<SeparatingAnswer, 'neighbour'> | undefined {
  const candidates = Object.keys(ours).flatMap((id) => {
    const sign = signs.get(id);
    if (!sign) return [];
    return Object.entries(theirs[id] ?? {}).map(([answer, likelihood]) => ({
      sign,
      answer,
      difference: likelihood - (ours[id]?.[answer] ?? 0),
    }));
  });
  const largest = Math.max(...candidates.map(({ difference }) => difference));
  if (largest < LEAST_DIFFERENCE) return undefined;
  const [best] = candidates
    .filter(({ difference }) => difference >= largest - TOLERANCE)
    .sort((a, b) => a.sign.effort - b.sign.effort || b.difference - a.difference);
  return best && { sign: best.sign, answer: best.answer };
}
