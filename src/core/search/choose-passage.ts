import type { AnalysedWord } from './analyse.ts';
import type { Passage } from './hit.ts';
import type { GuidePassage } from './passages.ts';

/** A passage with its words read. */
export interface AnalysedPassage extends GuidePassage {
  readonly words: readonly AnalysedWord[];
}

/** Long passages must match more to win: the score is divided by words to this power. */
const LENGTH_DAMPING = 0.25;

/**
 * The passage that carries most of the query's importance, marked; the first when none carries any.
 * `importance` gives each term of the query how much it tells; words with one of `markedTerms` are
 * marked. No passages give an empty one.
 */
export function choosePassage(
  passages: readonly AnalysedPassage[],
  importance: ReadonlyMap<string, number>,
  markedTerms: ReadonlySet<string>,
): Passage {
  let best = passages[0] ?? { anchor: '', text: '', words: [] };
  let bestScore = 0;
  for (const passage of passages) {
    const found = new Set(passage.words.flatMap(({ terms }) => terms.filter((term) => importance.has(term))));
    const sum = [...found].reduce((total, term) => total + (importance.get(term) ?? 0), 0);
    const score = sum / Math.max(1, passage.words.length) ** LENGTH_DAMPING;
    if (score > bestScore) [best, bestScore] = [passage, score];
  }
  return { text: best.text, anchor: best.anchor, marks: markWords(best.words, markedTerms) };
}

function markWords(words: readonly AnalysedWord[], terms: ReadonlySet<string>): Passage['marks'] {
  return words
    .filter((word) => word.terms.some((term) => terms.has(term)))
    .map(({ start, end }) => [start, end] as const);
}
