import { LARGEST_LEVEL, type StaticModel } from '../../core/search/index.ts';
import type { TokenTable } from './token-table.ts';

/** Fractions of a row's largest number that are tried as the largest level; the rest is cut. */
const CUTS = [0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1];

/** Brings each row to whole numbers from −7 to 7 with a scale of its own, the one with the least squared error. */
export function quantise({ pieces, dimensions, values }: TokenTable, id: string): StaticModel {
  const table = new Int8Array(values.length);
  const scales = Float32Array.from(pieces, (_, row) => {
    const vector = values.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = findScale(vector);
    for (let index = 0; index < dimensions; index++)
      table[row * dimensions + index] = toLevel(vector[index] ?? 0, scale);
    return scale;
  });
  return { id, dimensions, rows: new Map(pieces.map((piece, row) => [piece, row])), scales, table };
}

function findScale(vector: Float32Array): number {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return 0;
  const scales = CUTS.map((cut) => (cut * largest) / LARGEST_LEVEL);
  const errors = scales.map((scale) =>
    vector.reduce((sum, value) => sum + (value - scale * toLevel(value, scale)) ** 2, 0),
  );
  return scales[errors.indexOf(Math.min(...errors))] ?? 0;
}

function toLevel(value: number, scale: number): number {
  if (scale === 0) return 0;
  return Math.max(-LARGEST_LEVEL, Math.min(LARGEST_LEVEL, Math.round(value / scale)));
}
