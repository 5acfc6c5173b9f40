/** What each side found of one document; a side that did not find it is absent. */
export interface SideScores {
  /** As a share of what the words of the query could score: 0 is nothing, 1 much. */
  readonly lexical?: number;
  /** −1–1. */
  readonly similarity?: number;
}

/**
 * How much words count against meanings: 0–1. On the labelled queries 0.15 to 0.25 finds about the same,
 * with the guides of today and where most problems have a title only; more of it loses with the latter,
 * which share few words with the query.
 */
const WORDS_SHARE = 0.2;

/**
 * Blends what words and meanings found into one score a document: a convex combination of scores
 * whose scales do not depend on what else was found (Bruch, Gai and Ingber 2023, section 4). Unlike
 * ranks, they keep how good a side's first hit is, so that a side which found little says little.
 * Best first, without those that neither side found; ties keep the order given; no document gives [].
 */
export function blendScores<Id>(
  found: ReadonlyMap<Id, SideScores>,
): { readonly id: Id; readonly score: number }[] {
  const blended = [...found].map(([id, { lexical = 0, similarity = 0 }]) => ({
    id,
    score: WORDS_SHARE * lexical + (1 - WORDS_SHARE) * Math.max(0, similarity),
  }));
  return blended.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}
