import type { DiagnosisSpeed } from './diagnosis-speed.ts';
import type { DiagnosisEvaluation, StrategyScore } from './evaluate-diagnosis.ts';
import type { Estimate } from './interval.ts';

/** The evaluation of the diagnosis, and how fast it decides, as text for a terminal. */
export function printDiagnosis({
  problems,
  queries,
  usersPerQuery,
  scores,
  weakest,
  speed,
}: DiagnosisEvaluation & { readonly speed: readonly DiagnosisSpeed[] }): string {
  return [
    `${problems} problems; ${queries.counted} of ${queries.given} queries have a guide; ${usersPerQuery} simulated readers each; ${queries.strays} out of scope.`,
    '',
    row(...HEADING),
    ...scores.map(drawScore),
    '',
    'Weakest problems of the diagnosis, and what they are taken for:',
    ...weakest.map(
      ({ problem, right, mistakenFor }) =>
        `  ${problem.padEnd(46)} ${right.toFixed(2)}  ${mistakenFor ?? 'nothing'}`,
    ),
    '',
    ...speed.map(drawSpeed),
    '',
    'Brackets: 95 % bootstrap intervals over problems. 5 % of the answers are wrong and 5 % "I don\'t know".',
  ].join('\n');
}

function drawScore(score: StrategyScore): string {
  return row(
    score.strategy,
    show(score.right),
    show(score.shown),
    score.nothing.value.toFixed(3),
    show(score.questions),
    String(score.mostQuestions),
    score.minutes.value.toFixed(2),
    `${score.strayOffered.toFixed(2)} after ${score.strayQuestions.toFixed(1)}`,
  );
}

function drawSpeed({ problems, prepareMs, medianMs, p99Ms }: DiagnosisSpeed): string {
  return `A decision over ${problems} problems: median ${medianMs.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms; made ready in ${prepareMs.toFixed(0)} ms.`;
}

function show({ value, low, high }: Estimate): string {
  return `${value.toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}]`;
}

const HEADING = [
  'strategy',
  'right problem',

  'among 3 shown',
  'nothing',
  'questions',
  'most',
  'minutes',
  'stray offered',
];
const WIDTHS = [14, 19, 19, 8, 19, 5, 8, 14];

function row(...cells: string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
    .join(' ')
    .trimEnd();
}
