import type { LegChoice } from './choose-leg.ts';
import type { RankingView } from './evaluate-view.ts';
import { printRow, showEstimate } from './print-row.ts';
import type { RankScores } from './score-ranks.ts';

/** The lines of one collection: legs, what their parts are worth, and which leg is used where. */
export function printView({ ranking, ablations, teacher, legs }: RankingView): string[] {
  return [
    printRow('ranking', 'group', 'n', 'Recall@1', 'Recall@3', 'MRR'),
    ...[...ranking, ...(teacher ?? [])].map((line) => printRanks(line.leg, line.group, line)),
    ...ablations.map((line) => printRanks(line.leg, `no ${line.without}`, line)),
    ...printChoices(legs),
  ];
}

/** One line of recall. */
export function printRanks(name: string, group: string, scores: RankScores): string {
  const figures = [scores.recallAt1, scores.recallAt3, scores.meanReciprocalRank].map(showEstimate);
  return printRow(name, group, String(scores.queries), ...figures);
}

function printChoices(legs: readonly LegChoice[]): string[] {
  if (legs.length === 0) return [];
  return [
    '',
    printRow('fused less', 'group', 'n', 'Recall@1', 'Recall@3', 'Recall@1, words', 'used'),
    ...legs.map(({ better, group, queries, gainAt1, gainAt3, overWords, use }) =>
      printRow(better, group, String(queries), ...[gainAt1, gainAt3, overWords].map(showEstimate), use),
    ),
  ];
}
