/** What each side found of one document; a side that did not find it is absent. */
export interface SideScores {
  readonly lexical?: number;
  readonly similarity?: number;
}

/**
 * How much words count against meanings: 0–1. On the labelled queries 0.3 to 0.5 are equally good
 * with the guides of today; the lower end stays good where guides are short, and words find little.
 */
const WORDS_SHARE = 0.35;
/** Below this the nearest meaning is no nearer than chance, and is not made to look near. */
const LEAST_SIMILARITY = 0.2;

/**
 * Blends what words and meanings found into one score a document, 0–1: a convex combination of each
 * side's scores as shares of its best (Bruch, Gai and Ingber 2023, section 4). Unlike ranks, shares
 * keep how far ahead a side's first hit is. Ties keep the order given; no document gives [].
 */
export function blendScores<Id>(
  found: ReadonlyMap<Id, SideScores>,
): { readonly id: Id; readonly score: number }[] {
  let [bestLexical, bestSimilarity] = [0, LEAST_SIMILARITY];
  for (const { lexical = 0, similarity = 0 } of found.values()) {
    bestLexical = Math.max(bestLexical, lexical);
    bestSimilarity = Math.max(bestSimilarity, similarity);
  }
  const blended = [...found].map(([id, { lexical = 0, similarity = 0 }]) => ({
    id,
    score:
      WORDS_SHARE * (bestLexical > 0 ? lexical / bestLexical : 0) +
      (1 - WORDS_SHARE) * (Math.max(0, similarity) / bestSimilarity),
  }));
  return blended.sort((a, b) => b.score - a.score);
}
