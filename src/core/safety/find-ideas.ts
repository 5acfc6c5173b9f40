import type { MessageWord } from './message-words.ts';
import type { TermMatch } from './term-matcher.ts';

/** The idea under which the matcher finds words that deny. */
export const NEGATORS = 'negators';

/** How many words before an idea a denial may stand. */
const DENIAL_REACH = 4;

/**
 * The ideas of a message in the order in which they stand. One that a word before it in the same
 * sentence denies is named with "!": "ga aku kasih" is "!gave", never "gave".
 */
export function findIdeas(words: readonly MessageWord[], matches: readonly TermMatch[]): TermMatch[] {
  const denials = new Set(
    matches.filter(({ idea }) => idea === NEGATORS).flatMap(({ first, last }) => [first, last]),
  );
  return matches
    .filter(({ idea }) => idea !== NEGATORS)
    .map((match) => (isDenied(match.first, words, denials) ? { ...match, idea: `!${match.idea}` } : match))
    .sort((a, b) => a.first - b.first);
}

function isDenied(first: number, words: readonly MessageWord[], denials: ReadonlySet<number>): boolean {
  for (let at = first - 1; at >= Math.max(0, first - DENIAL_REACH); at--) {
    if (words[at]?.sentence !== words[first]?.sentence) return false;
    if (denials.has(at)) return true;
  }
  return false;
}
