import type { AblationLine } from './ablate.ts';
import type { LegChoice } from './choose-leg.ts';
import type { RankingView } from './evaluate-view.ts';
import { printRow, showEstimate } from './print-row.ts';
import type { RankScores } from './score-ranks.ts';

/** The lines of one collection: legs, what their parts are worth, and which leg is used where. */
export function printView({ ranking, ablations, teacher, legs }: RankingView): string[] {
  return [
    printRow('ranking', 'group', 'n', 'Recall@1', 'Recall@3', 'MRR'),
    ...[...ranking, ...(teacher ?? [])].map((line) => printRanks(line.leg, line.group, line)),
    ...printParts(ablations),
    ...printChoices(legs),
  ];
}

/** One line of recall. */
export function printRanks(name: string, group: string, scores: RankScores): string {
  const figures = [scores.recallAt1, scores.recallAt3, scores.meanReciprocalRank].map(showEstimate);
  return printRow(name, group, String(scores.queries), ...figures);
}

/** What each part is worth, with its interval: one that lies on both sides of 0 does not show that the part helps. */
function printParts(ablations: readonly AblationLine[]): string[] {
  return [
    '',
    printRow('worth of', 'leg', 'n', 'Recall@1', 'Recall@3', 'without it'),
    ...ablations.map(({ leg, without, queries, worthAt1, worthAt3, recallAt1, recallAt3 }) =>
      printRow(
        without,
        leg,
        String(queries),
        ...[worthAt1, worthAt3].map(showEstimate),
        `${recallAt1.value.toFixed(3)} / ${recallAt3.value.toFixed(3)}`,
      ),
    ),
  ];
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
