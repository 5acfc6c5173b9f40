import { innerProduct } from './linear-algebra.ts';
import { openProgress } from './progress.ts';
import { openOptimiser, poolRows, type TokenTable } from './token-table.ts';

/** Two texts of one meaning, as rows. Texts of the same `meaning` are never held against each other. */
export interface PositivePair {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly meaning: string;
  readonly weight: number;
}

/** How contrastive training goes. */
export interface ContrastOptions {
  readonly steps: number;
  readonly rate: number;
  /** Divides cosines before the softmax; smaller looks harder at near misses. */
  readonly temperature: number;
}

/**
 * Draws texts of one meaning together and all others of their group apart (InfoNCE, van den Oord et
 * al. 2018, both ways round). `nextGroups` gives the pairs of each step; pairs of different groups
 * are not held against each other, for they may well mean the same.
 */
export function contrast(
  table: TokenTable,
  nextGroups: () => readonly (readonly PositivePair[])[],
  options: ContrastOptions,
  report: (line: string) => void,
): void {
  const optimiser = openOptimiser(table);
  const progress = openProgress(report, options.steps);
  let loss = 0;
  for (let step = 1; step <= options.steps; step++) {
    const rate = options.rate * (1 - (step - 1) / options.steps);
    const groups = nextGroups();
    const losses = groups.map((pairs) => contrastGroup(table, pairs, options.temperature, optimiser));
    loss = SMOOTHING * loss + ((1 - SMOOTHING) * losses.reduce((sum, one) => sum + one, 0)) / groups.length;
    optimiser.step(rate);
    progress(step, `loss ${loss.toFixed(3)}`);
  }
}

/** Of the loss that is told. */
const SMOOTHING = 0.98;
/** Texts that are pushed apart by less than this are far enough already. */
const LEAST_SLOPE = 2e-3;

type Optimiser = ReturnType<typeof openOptimiser>;

function contrastGroup(
  table: TokenTable,
  pairs: readonly PositivePair[],
  temperature: number,
  optimiser: Optimiser,
): number {
  const { dimensions } = table;
  const size = pairs.length;
  const a = poolAll(
    table,
    pairs.map((pair) => pair.a),
  );
  const b = poolAll(
    table,
    pairs.map((pair) => pair.b),
  );
  const similarity = multiply(a.values, b.values, size, dimensions);
  const { slope, loss } = softmaxSlope(similarity, pairs, temperature);
  for (let i = 0; i < size; i++) {
    const [toA, toB] = [new Float32Array(dimensions), new Float32Array(dimensions)];
    for (let j = 0; j < size; j++) {
      const [forward, backward] = [slope[i * size + j] ?? 0, slope[j * size + i] ?? 0];
      if (Math.abs(forward) > LEAST_SLOPE) addScaled(toA, b.values, j * dimensions, forward);
      if (Math.abs(backward) > LEAST_SLOPE) addScaled(toB, a.values, j * dimensions, backward);
    }
    const pair = pairs[i];
    if (!pair) continue;
    optimiser.addPooled(
      pair.a,
      a.values.subarray(i * dimensions, (i + 1) * dimensions),
      toA,
      a.lengths[i] ?? 0,
    );
    optimiser.addPooled(
      pair.b,
      b.values.subarray(i * dimensions, (i + 1) * dimensions),
      toB,
      b.lengths[i] ?? 0,
    );
  }
  return loss / size;
}

/** The derivative of the loss by each similarity, and the loss. */
function softmaxSlope(
  similarity: Float32Array,
  pairs: readonly PositivePair[],
  temperature: number,
): { slope: Float32Array; loss: number } {
  const size = pairs.length;
  const slope = new Float32Array(size * size);
  let loss = 0;
  for (const [rowStep, columnStep] of [
    [size, 1],
    [1, size],
  ] as const) {
    for (let i = 0; i < size; i++) {
      const chance = Float64Array.from(pairs, (pair, j) =>
        j !== i && pair.meaning === pairs[i]?.meaning
          ? 0
          : Math.exp(((similarity[i * rowStep + j * columnStep] ?? 0) - 1) / temperature),
      );
      const sum = chance.reduce((total, value) => total + value, 0);
      const weight = (pairs[i]?.weight ?? 0) / (2 * temperature);
      for (let j = 0; j < size; j++) {
        const at = i * rowStep + j * columnStep;
        slope[at] = (slope[at] ?? 0) + weight * ((chance[j] ?? 0) / sum - (i === j ? 1 : 0));
      }
      loss -= Math.log((chance[i] ?? 1) / sum) / 2;
    }
  }
  return { slope, loss };
}

function poolAll(
  table: TokenTable,
  rows: readonly (readonly number[])[],
): { values: Float32Array; lengths: number[] } {
  const values = new Float32Array(rows.length * table.dimensions);
  const lengths = rows.map((text, index) =>
    poolRows(table, text, values.subarray(index * table.dimensions, (index + 1) * table.dimensions)),
  );
  return { values, lengths };
}

function multiply(a: Float32Array, b: Float32Array, size: number, dimensions: number): Float32Array {
  const product = new Float32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      product[i * size + j] = innerProduct(a, i * dimensions, b, j * dimensions, dimensions);
    }
  }
  return product;
}

function addScaled(out: Float32Array, values: Float32Array, start: number, factor: number): void {
  for (let index = 0; index < out.length; index++)
    out[index] = (out[index] ?? 0) + factor * (values[start + index] ?? 0);
}
