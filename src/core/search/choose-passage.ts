import type { Analyser } from './analyse.ts';
import type { Passage } from './hit.ts';
import { markText } from './mark-text.ts';
import type { GuidePassage } from './passages.ts';

/** Long passages must match more to win: the score is divided by words to this power. */
const LENGTH_DAMPING = 0.25;

/**
 * The passage whose words carry most of the query's weight, marked; the first when none matches.
 * `weights` gives each term of the query its weight. No passages give an empty one.
 */
export function choosePassage(
  passages: readonly GuidePassage[],
  weights: ReadonlyMap<string, number>,
  analyser: Analyser,
): Passage {
  let best = passages[0] ?? { anchor: '', text: '' };
  let bestScore = 0;
  for (const passage of passages) {
    const words = analyser.analyse(passage.text);
    const found = new Set(words.flatMap((word) => word.terms.filter((term) => weights.has(term))));
    const sum = [...found].reduce((total, term) => total + (weights.get(term) ?? 0), 0);
    const score = sum / Math.max(1, words.length) ** LENGTH_DAMPING;
    if (score > bestScore) [best, bestScore] = [passage, score];
  }
  return { ...best, marks: markText(best.text, new Set(weights.keys()), analyser) };
}
