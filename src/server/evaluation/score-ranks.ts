import { estimateMean, type Estimate } from './interval.ts';

/** How well the right guide was ranked, over some queries. */
export interface RankScores {
  readonly queries: number;
  /** Share of queries with the right guide first, and among the first three. */
  readonly recallAt1: Estimate;
  readonly recallAt3: Estimate;
  /** Mean of 1 / rank. */
  readonly meanReciprocalRank: Estimate;
}

/** Scores ranks that count from 1; Infinity is a guide that was not found. */
export function scoreRanks(ranks: readonly number[]): RankScores {
  return {
    queries: ranks.length,
    recallAt1: estimateMean(ranks.map((rank) => (rank <= 1 ? 1 : 0))),
    recallAt3: estimateMean(ranks.map((rank) => (rank <= 3 ? 1 : 0))),
    meanReciprocalRank: estimateMean(ranks.map((rank) => 1 / rank)),
  };
}
