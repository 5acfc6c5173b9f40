import { innerProduct, meanRow, packRows, principalDirections } from './linear-algebra.ts';
import type { TeacherLookup } from './targets.ts';
import type { TokenTable } from './token-table.ts';

/** As in `startTable`. */
const SIF = 1e-3;

/**
 * A table made of the teacher's vectors of single pieces, as model2vec makes one: centred, brought to
 * fewer dimensions, shorter for frequent pieces. Pieces that the teacher was not asked about are zero.
 */
export function distilTokens(
  { pieces, counts }: { readonly pieces: readonly string[]; readonly counts: readonly number[] },
  teacher: TeacherLookup,
  dimensions: number,
  random: () => number,
): TokenTable {
  const known = pieces.flatMap((piece, row) => {
    const vector = teacher(piece);
    return vector ? [{ row, vector }] : [];
  });
  const size = known[0]?.vector.length ?? 0;
  const rows = packRows(
    known.map(({ vector }) => vector),
    size,
  );
  const mean = meanRow(rows);
  for (let at = 0; at < rows.values.length; at++)
    rows.values[at] = (rows.values[at] ?? 0) - (mean[at % size] ?? 0);
  const directions = principalDirections(rows, dimensions, random);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const values = new Float32Array(pieces.length * dimensions);
  for (const [index, { row }] of known.entries()) {
    const weight = SIF / (SIF + (counts[row] ?? 0) / total);
    for (let direction = 0; direction < dimensions; direction++) {
      values[row * dimensions + direction] =
        weight * innerProduct(directions.values, direction * size, rows.values, index * size, size);
    }
  }
  return { pieces, dimensions, values };
}
