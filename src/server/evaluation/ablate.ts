import type { SearchParts } from '../../core/search/index.ts';
import { estimateMean, type Estimate } from './interval.ts';
import { observeQueries } from './observe-search.ts';
import { openWhole, type SearchInput } from './open-evaluated.ts';
import { legsOf, rankIn, type Leg, type ObservedRank } from './rank-legs.ts';
import { scoreRanks, type RankScores } from './score-ranks.ts';

/** What is left of a leg when a part of it is taken away. */
export interface AblationLine extends RankScores {
  readonly leg: Leg;
  /** What the part is worth: Recall@1 and Recall@3 of the whole leg less those without, over the same queries. */
  readonly worthAt1: Estimate;
  readonly worthAt3: Estimate;
  /** Of both sides together a whole side can be taken away too. */
  readonly without: keyof SearchParts | 'words' | 'meanings';
}

const PARTS: readonly (keyof SearchParts)[] = ['slang', 'asks', 'stemming', 'related', 'sectors'];

/** Takes each part of search away in turn and scores what remains, by words alone and with both sides; `whole` is search as it is. */
export async function ablate(input: SearchInput, whole: readonly ObservedRank[]): Promise<AblationLine[]> {
  const lines: AblationLine[] = [];
  const queries = whole.map(({ query }) => query);
  for (const without of PARTS) {
    const rest = await observeQueries(await openWhole(input, { [without]: false }), queries);
    for (const leg of legsOf(rest).filter((leg) => leg !== 'semantic'))
      lines.push({ leg, without, ...compare(ranksIn(leg, whole), ranksIn(leg, rest)) });
  }
  const sides = [
    ['words', 'semantic'],
    ['meanings', 'lexical'],
  ] as const;
  if (legsOf(whole).includes('fused'))
    for (const [without, left] of sides)
      lines.push({ leg: 'fused', without, ...compare(ranksIn('fused', whole), ranksIn(left, whole)) });
  return lines.sort((a, b) => (a.leg === b.leg ? 0 : a.leg === 'lexical' ? -1 : 1));
}

function ranksIn(leg: Leg, observed: readonly ObservedRank[]): number[] {
  return observed.map(({ seen }) => rankIn(leg, seen));
}

/** Pairs each query with itself, so that only where the two differ counts. */
function compare(whole: readonly number[], rest: readonly number[]) {
  const worth = (most: number) =>
    estimateMean(whole.map((rank, query) => hit(rank, most) - hit(rest[query] ?? Infinity, most)));
  return { ...scoreRanks(rest), worthAt1: worth(1), worthAt3: worth(3) };
}

function hit(rank: number, most: number): number {
  return rank <= most ? 1 : 0;
}
