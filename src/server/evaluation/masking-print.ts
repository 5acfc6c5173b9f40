import { MASKING_AIMS, type MaskingCount, type MaskingEvaluation } from './masking-score.ts';

/** The masking evaluation as a table. */
export function printMasking({ messages, all, byKind, blocks, unstable }: MaskingEvaluation): string {
  return [
    `${messages} messages, ${all.labelled} labelled spans, ${all.found} found.`,
    '',
    row('kind', 'labelled', 'exact', 'touched', 'false alarms'),
    ...Object.entries(byKind).map(([kind, count]) => drawCount(kind, count)),
    drawCount('all', all),
    '',
    `Exact:   recall ${share(all.exact, all.labelled)}, precision ${share(all.exact, all.found)} (bounds and kind).`,
    `Overlap: recall ${share(all.touched, all.labelled)}, precision ${share(all.found - all.extra, all.found)}. Aims: recall ${MASKING_AIMS.recall}, precision ${MASKING_AIMS.precision}.`,
    `Secrets: ${blocks.stopped} of ${blocks.withSecret} messages with one are stopped before they are sent, ${blocks.stoppedInVain} of ${blocks.innocent} without.`,
    `Masking the masked text changes ${unstable} messages.`,
  ].join('\n');
}

function drawCount(kind: string, { labelled, exact, touched, extra }: MaskingCount): string {
  return row(kind, String(labelled), share(exact, labelled), share(touched, labelled), String(extra));
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function row(...cells: string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(column === 0 ? 16 : 10))
    .join(' ')
    .trimEnd();
}
