/** The candidate that shares most letter pairs with `name` (Dice coefficient), for "did you mean". */
export function nearest(name: string, candidates: readonly string[]): string {
  const pairs = (word: string) =>
    new Set(Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2)));
  const wanted = pairs(name);
  let best = { candidate: candidates[0] ?? '', score: -1 };
  for (const candidate of candidates) {
    const own = pairs(candidate);
    const shared = [...own].filter((pair) => wanted.has(pair)).length;
    const score = (2 * shared) / (own.size + wanted.size || 1);
    if (score > best.score) best = { candidate, score };
  }
  return best.candidate;
}
