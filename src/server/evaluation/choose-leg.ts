import { estimateMean, type Estimate } from './interval.ts';
import { groupQueries, legsOf, rankIn, type Leg, type ObservedRank } from './rank-legs.ts';

/** Whether both sides together find more of a group than the better side alone. */
export interface LegChoice {
  readonly group: string;
  readonly queries: number;
  /** The side that ranks more of the group first; more among the first three where they are equal. */
  readonly better: Leg;
  /** Recall@1 and Recall@3 of both together less that of the better side, over the same queries. */
  readonly gainAt1: Estimate;
  readonly gainAt3: Estimate;
  /** Recall@1 of both together less that of words alone. */
  readonly overWords: Estimate;
  /** The better side only where its lead is no chance: all of the 95 % interval of a gain is below 0. */
  readonly use: Leg;
}

/**
 * Compares both sides together with the better one in each group, by a paired bootstrap over its queries.
 * Nothing to compare gives [].
 */
export function chooseLegs(observed: readonly ObservedRank[]): LegChoice[] {
  if (!legsOf(observed).includes('fused')) return [];
  return [...groupQueries(observed)].map(([group, members]) => {
    const better = findBetter(members);
    const gain = (leg: Leg, most: number) =>
      estimateMean(members.map((item) => hit('fused', most, item) - hit(leg, most, item)));
    const [gainAt1, gainAt3] = [gain(better, 1), gain(better, 3)];
    const isLosing = gainAt1.high < 0 || (gainAt3.high < 0 && gainAt1.value <= 0);
    const overWords = gain('lexical', 1);
    const use = isLosing ? better : 'fused';
    return { group, queries: members.length, better, gainAt1, gainAt3, overWords, use };
  });
}

function findBetter(members: readonly ObservedRank[]): Leg {
  const count = (leg: Leg, most: number) => members.reduce((sum, item) => sum + hit(leg, most, item), 0);
  const lead = count('semantic', 1) - count('lexical', 1) || count('semantic', 3) - count('lexical', 3);
  return lead > 0 ? 'semantic' : 'lexical';
}

function hit(leg: Leg, most: number, { seen }: ObservedRank): number {
  return rankIn(leg, seen) <= most ? 1 : 0;
}
