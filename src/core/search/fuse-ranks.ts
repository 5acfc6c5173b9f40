/** Cormack, Clarke and Büttcher's constant. */
const DEFAULT_K = 60;

/**
 * Blends rankings of ids into one, best first (reciprocal rank fusion, Cormack et al. 2009): an id
 * scores the sum of 1 / (k + rank). `k` dampens the first ranks: 1–100, default 60. An id that a
 * ranking misses scores 0 there; ties keep the order of the first ranking; no ranking gives [].
 * @throws {RangeError} when `k` is outside 1–100.
 */
export function fuseRanks<Id>(
  rankings: readonly (readonly Id[])[],
  k: number = DEFAULT_K,
): { readonly id: Id; readonly score: number }[] {
  if (!(k >= 1 && k <= 100)) throw new RangeError(`k must be 1–100, not ${k}.`);
  const scores = new Map<Id, number>();
  for (const ranking of rankings) {
    for (const [index, id] of ranking.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (k + index + 1));
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
}
