/** Rows as columns of equal width, two blanks apart, below a heading. Each row has a cell for each heading. */
export function drawTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const draw = (cells: readonly string[]) =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [headings, widths.map((width) => '-'.repeat(width)), ...rows].map(draw).join('\n');
}
