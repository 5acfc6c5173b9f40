import type { Evaluation } from './evaluate-search.ts';
import type { Estimate } from './interval.ts';
import type { ScopeFigures } from './judge-scope.ts';
import type { RankScores } from './score-ranks.ts';

/** The evaluation as text for a terminal. */
export function printEvaluation(evaluation: Evaluation): string {
  const { guides, queries, model, ranking, ablations, scope } = evaluation;
  return [
    `Guides: ${guides.id} in Indonesian, ${guides.en} in English. Queries: ${queries.counted} of ${queries.given} have a guide; ${queries.strays} out of scope.`,
    model === null ? 'Search is lexical: there is no embedding model.' : `Meanings are compared by ${model}.`,
    '',
    row('ranking', 'group', 'n', 'Recall@1', 'Recall@3', 'MRR'),
    ...ranking.map((line) => row(line.leg, line.group, ...figures(line))),
    ...ablations.map((line) => row('lexical', `no ${line.without}`, ...figures(line))),
    '',
    row('scope', '', '', 'shipped', 'cross-fitted'),
    ...scopeRows(scope.shipped, scope.crossFitted),
    '',
    'Brackets: 95 % bootstrap intervals. Cross-fitted: each half of the problems judged by a fit on the other half.',
  ].join('\n');
}

function figures(scores: RankScores): string[] {
  return [
    String(scores.queries),
    ...[scores.recallAt1, scores.recallAt3, scores.meanReciprocalRank].map(show),
  ];
}

function scopeRows(shipped: ScopeFigures, crossFitted: ScopeFigures): string[] {
  const both = (name: string, read: (figures: ScopeFigures) => string) =>
    row(name, '', '', read(shipped), read(crossFitted));
  return [
    both('AUROC, strays', (figures) => show(figures.rocAgainstStrays)),
    both('AUROC, no guide', (figures) => show(figures.rocAgainstUncovered)),
    both('covered refused', (figures) => percent(figures.coveredRefused)),
    both('strays let in', (figures) => percent(figures.straysLetIn)),
    both('no guide let in', (figures) => percent(figures.uncoveredLetIn)),
    both('calibration err', (figures) => figures.calibrationError.toFixed(3)),
    both('  if all is right', (figures) => figures.calibrationErrorByChance.toFixed(3)),
  ];
}

function show({ value, low, high }: Estimate): string {
  return `${value.toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}]`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

const WIDTHS = [16, 12, 4, 19, 19, 19];

function row(...cells: string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
    .join(' ')
    .trimEnd();
}
