import type { Evaluation } from './evaluate-search.ts';
import type { ScopeFigures } from './judge-scope.ts';
import { printRow, showEstimate } from './print-row.ts';
import { printRanks, printView } from './print-view.ts';

/** The evaluation as text for a terminal. */
export function printEvaluation(evaluation: Evaluation): string {
  const { guides, queries, model, wide, scope, wideScope, targets } = evaluation;
  return [
    `Guides: ${guides.id} in Indonesian, ${guides.en} in English. Queries: ${queries.counted} of ${queries.given} have a guide; ${queries.strays} out of scope.`,
    model === null ? 'Search is lexical: there is no embedding model.' : `Meanings are compared by ${model}.`,
    describeTeacher(evaluation),
    '',
    ...printView({ ...evaluation, documents: guides, queries: queries.counted }),
    '',
    `All problems: ${wide.documents.id} documents in Indonesian, ${wide.documents.en} in English; those without a guide are title and scope. Queries: ${wide.queries}.`,
    ...printView(wide),
    '',
    ...printAcrossLanguages(evaluation),
    printRow('scope', '', '', 'shipped', 'cross-fitted'),
    ...scopeRows(scope.shipped, scope.crossFitted),
    '',
    printRow('all problems', '', '', 'shipped', 'cross-fitted'),
    ...scopeRows(wideScope.shipped, wideScope.crossFitted),
    '',
    ...targets.map(
      ({ name, target, value, isMet }) =>
        `${isMet ? 'met    ' : Number.isNaN(value) ? 'unknown' : 'missed '} ${name.padEnd(50)} ${value.toFixed(3)} (aim ${target})`,
    ),
    '',
    'Brackets: 95 % bootstrap intervals. Cross-fitted: each half of the problems judged by a fit on the other half.',
    '"If all is right": the calibration error that exact probabilities would have with so many queries.',
    'A leg is used where both sides together lose to it beyond chance (all of the interval below 0).',
  ].join('\n');
}

function describeTeacher({ teacherModel }: Evaluation): string {
  return teacherModel === null
    ? 'The teacher was not measured: give --teacher URL --teacher-model NAME.'
    : `The teacher is ${teacherModel}.`;
}

function printAcrossLanguages({ acrossLanguages }: Evaluation): string[] {
  if (acrossLanguages.length === 0) return [];
  return [
    printRow('meanings alone', 'query→guide', 'n', 'Recall@1', 'Recall@3', 'MRR'),
    ...acrossLanguages.map((line) => printRanks('semantic', `${line.asked} → ${line.guides}`, line)),
    '',
  ];
}

function scopeRows(shipped: ScopeFigures, crossFitted: ScopeFigures): string[] {
  const both = (name: string, read: (figures: ScopeFigures) => string) =>
    printRow(name, '', '', read(shipped), read(crossFitted));
  return [
    both('AUROC, strays', (figures) => showEstimate(figures.rocAgainstStrays)),
    both('AUROC, no guide', (figures) => showEstimate(figures.rocAgainstUncovered)),
    both('covered refused', (figures) => percent(figures.coveredRefused)),
    both('strays let in', (figures) => percent(figures.straysLetIn)),
    both('no guide let in', (figures) => percent(figures.uncoveredLetIn)),
    both('calibration err', (figures) => figures.calibrationError.toFixed(3)),
    both('  if all is right', (figures) => figures.calibrationErrorByChance.toFixed(3)),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
