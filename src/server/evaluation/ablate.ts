import type { SearchParts } from '../../core/search/index.ts';
import { observeQueries } from './observe-search.ts';
import { openWhole, type SearchInput } from './open-evaluated.ts';
import { legsOf, rankIn, type Leg } from './rank-legs.ts';
import type { LabelledQuery } from './read-queries.ts';
import { scoreRanks, type RankScores } from './score-ranks.ts';

/** What is left of a leg when a part of it is taken away. */
export interface AblationLine extends RankScores {
  readonly leg: Leg;
  /** Of both sides together a whole side can be taken away too. */
  readonly without: keyof SearchParts | 'words' | 'meanings';
}

const PARTS: readonly (keyof SearchParts)[] = ['slang', 'asks', 'stemming', 'related', 'sectors'];

/** Takes each part of search away in turn and scores what remains, by words alone and with both sides. */
export async function ablate(input: SearchInput, queries: readonly LabelledQuery[]): Promise<AblationLine[]> {
  const lines: AblationLine[] = [];
  for (const without of PARTS) {
    const observed = await observeQueries(await openWhole(input, { [without]: false }), queries);
    for (const leg of legsOf(observed).filter((leg) => leg !== 'semantic'))
      lines.push({ leg, without, ...scoreRanks(observed.map(({ seen }) => rankIn(leg, seen))) });
  }
  const observed = await observeQueries(await openWhole(input), queries);
  const rest = [
    ['words', 'semantic'],
    ['meanings', 'lexical'],
  ] as const;
  if (legsOf(observed).includes('fused'))
    for (const [without, left] of rest)
      lines.push({
        leg: 'fused',
        without,
        ...scoreRanks(observed.map(({ seen }) => rankIn(left, seen))),
      });
  return lines.sort((a, b) => (a.leg === b.leg ? 0 : a.leg === 'lexical' ? -1 : 1));
}
