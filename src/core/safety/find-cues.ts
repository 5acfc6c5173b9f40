import type { MessageWord } from './message-words.ts';
import type { TermMatch } from './term-matcher.ts';
import type { UrgentPolicy } from './urgent-policy.ts';

/** A cue that fires, with the numbers of the words that show it. */
export interface FoundCue {
  readonly key: string;
  readonly words: readonly number[];
}

/** Where each idea stands, in order. */
type Places = ReadonlyMap<string, readonly TermMatch[]>;

/** How many words before an idea a denial may stand. */
const DENIAL_REACH = 4;

/** The cues that fire in a message, in the order of the policy. */
export function findCues(
  { cues, deniable }: Pick<UrgentPolicy, 'cues' | 'deniable'>,
  words: readonly MessageWord[],
  matches: readonly TermMatch[],
): FoundCue[] {
  const places = placeIdeas(new Set(deniable), words, matches);
  return cues.flatMap(({ key, all, not, within }) => {
    const found = findTogether(all, not, within, words, places);
    return found === undefined ? [] : [{ key, words: found }];
  });
}

function placeIdeas(
  deniable: ReadonlySet<string>,
  words: readonly MessageWord[],
  matches: readonly TermMatch[],
): Places {
  const denials = new Set(
    matches.filter(({ idea }) => idea === NEGATORS).flatMap(({ first, last }) => [first, last]),
  );
  const named = matches.flatMap((match) => {
    if (match.idea === NEGATORS) return [];
    if (!isDenied(match.first, words, denials)) return [match];
    const denied = { ...match, idea: `no-${match.idea}` };
    return deniable.has(match.idea) ? [denied] : [match, denied];
  });
  return Map.groupBy(named, ({ idea }) => idea);
}

/** The idea under which the matcher finds words that deny. */
export const NEGATORS = 'negators';

function isDenied(first: number, words: readonly MessageWord[], denials: ReadonlySet<number>): boolean {
  for (let at = first - 1; at >= Math.max(0, first - DENIAL_REACH); at--) {
    if (words[at]?.sentence !== words[first]?.sentence) return false;
    if (denials.has(at)) return true;
  }
  return false;
}

/** The words that show a cue: one match of each idea near one of the first; undefined when it does not fire. */
function findTogether(
  all: readonly string[],
  not: readonly string[],
  within: number,
  words: readonly MessageWord[],
  places: Places,
): number[] | undefined {
  const [anchors, ...others] = all.map((either) =>
    either
      .split('|')
      .flatMap((idea) => places.get(idea) ?? [])
      .sort((a, b) => a.first - b.first),
  );
  const unwanted = not.flatMap((idea) => places.get(idea) ?? []).sort((a, b) => a.first - b.first);
  for (const anchor of anchors ?? []) {
    const near = others.map((matches) => findNear(matches, anchor, within, words));
    if (near.every((match) => match !== undefined) && !findNear(unwanted, anchor, within, words)) {
      return [anchor, ...near].map(({ first }) => first);
    }
  }
  return undefined;
}

/** A match that is not the anchor's own words and stands at most `within` words from it. */
function findNear(
  matches: readonly TermMatch[],
  anchor: TermMatch,
  within: number,
  words: readonly MessageWord[],
): TermMatch | undefined {
  const place = (at: number) => words[at]?.place ?? 0;
  const from = within === 0 ? 0 : place(anchor.first) - within;
  const until = within === 0 ? Infinity : place(anchor.last) + within;
  for (let at = firstFrom(matches, from, place); at < matches.length; at++) {
    const match = matches[at];
    if (match === undefined || place(match.first) > until) return undefined;
    if (match.last < anchor.first || match.first > anchor.last) return match;
  }
  return undefined;
}

/** The first match whose place is at least `from` (bisection). */
function firstFrom(matches: readonly TermMatch[], from: number, place: (at: number) => number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(matches[middle]?.first ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
