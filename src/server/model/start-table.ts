import type { Example } from './example.ts';
import { normalise } from './linear-algebra.ts';
import type { Reader } from './reader.ts';
import type { Targets } from './targets.ts';
import type { TokenTable } from './token-table.ts';

/** Smooth inverse frequency (Arora, Liang and Ma 2017): a piece of frequency p weighs a / (a + p). */
const SIF = 1e-3;

/**
 * A table to start from: each piece points to the mean of the targets of the texts that it stands
 * in, and is the shorter the more frequent it is. Pieces in no text are zero.
 */
export function startTable(
  pieces: readonly string[],
  examples: readonly Example[],
  targets: Targets,
  reader: Reader,
  dimensions: number,
): TokenTable {
  const values = new Float32Array(pieces.length * dimensions);
  const seen = new Float64Array(pieces.length);
  let total = 0;
  for (const [index, { id, en }] of examples.entries()) {
    const target = targets[index];
    if (!target) continue;
    for (const row of [...id, ...en].flatMap((text) => [
      ...reader.read(text),
      ...reader.readCorrupted(text),
    ])) {
      total++;
      seen[row] = (seen[row] ?? 0) + 1;
      for (let at = 0; at < dimensions; at++)
        values[row * dimensions + at] = (values[row * dimensions + at] ?? 0) + (target[at] ?? 0);
    }
  }
  for (const [row, count] of seen.entries()) {
    const vector = values.subarray(row * dimensions, (row + 1) * dimensions);
    normalise(vector);
    const weight = SIF / (SIF + count / total);
    for (let at = 0; at < dimensions; at++) vector[at] = (vector[at] ?? 0) * weight;
  }
  return { pieces, dimensions, values };
}
