import type { Observation } from './observe-search.ts';
import type { LabelledQuery } from './read-queries.ts';
import { scoreRanks, type RankScores } from './score-ranks.ts';

/** A way of ranking: by words, by meanings, by both, or by the meanings of a larger model. */
export type Leg = 'lexical' | 'semantic' | 'fused' | 'teacher';

/** A labelled query with what search did. */
export interface ObservedRank {
  readonly query: LabelledQuery;
  readonly seen: Observation;
}

/** One line of the table: a way of ranking, over a group of queries. */
export interface RankingLine extends RankScores {
  readonly leg: Leg;
  /** `all`, a language, a style, or `hurried`. */
  readonly group: string;
}

/** Styles in which people write in a hurry; each alone has few queries. */
const HURRIED: ReadonlySet<string> = new Set(['casual', 'typo', 'mixed']);

/** The queries together, of each language, of each style, and of the hurried styles together, in the order in which they are first met. */
export function groupQueries<Observed extends ObservedRank>(
  observed: readonly Observed[],
): Map<string, Observed[]> {
  const named = observed.flatMap((item) =>
    [
      ...new Set([
        'all',
        item.query.lang,
        item.query.style,
        ...(HURRIED.has(item.query.style) ? ['hurried'] : []),
      ]),
    ].map((group) => ({ group, item })),
  );
  return new Map(
    [...Map.groupBy(named, ({ group }) => group)].map(([group, members]) => [
      group,
      members.map(({ item }) => item),
    ]),
  );
}

/** Scores each leg that looked, over each group. */
export function rankLegs(observed: readonly ObservedRank[]): RankingLine[] {
  const legs = legsOf(observed);
  return [...groupQueries(observed)].flatMap(([group, members]) =>
    legs.map((leg) => ({ leg, group, ...scoreRanks(members.map(({ seen }) => rankIn(leg, seen))) })),
  );
}

/** The legs that looked: only words, or all three. */
export function legsOf(observed: readonly ObservedRank[]): readonly Leg[] {
  const isFused = observed.some(({ seen }) => seen.semanticRank !== undefined);
  return isFused ? ['lexical', 'semantic', 'fused'] : ['lexical'];
}

/** The place of the right guide in a leg. */
export function rankIn(leg: Leg, seen: Observation): number {
  switch (leg) {
    case 'lexical':
      return seen.lexicalRank;
    case 'semantic':
    case 'teacher':
      return seen.semanticRank ?? Infinity;
    case 'fused':
      return seen.rank;
  }
}
