import type { Estimate } from './interval.ts';

const WIDTHS = [17, 12, 4, 21, 21, 21];

/** One line of a table for a terminal, its cells below those of other lines. */
export function printRow(...cells: string[]): string {
  return cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
    .join(' ')
    .trimEnd();
}

/** A figure with its interval. */
export function showEstimate({ value, low, high }: Estimate): string {
  return `${value.toFixed(3)} [${low.toFixed(2)}–${high.toFixed(2)}]`;
}
