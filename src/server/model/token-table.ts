/** The vectors that are learnt: one for each piece, whose length says how much the piece counts. */
export interface TokenTable {
  readonly pieces: readonly string[];
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** The sum of the rows, written into `out` and brought to length 1. Gives the length that it had. */
export function poolRows(table: TokenTable, rows: readonly number[], out: Float32Array): number {
  out.fill(0);
  const { dimensions, values } = table;
  for (const row of rows) {
    const start = row * dimensions;
    for (let index = 0; index < dimensions; index++)
      out[index] = (out[index] ?? 0) + (values[start + index] ?? 0);
  }
  let squares = 0;
  for (let index = 0; index < dimensions; index++) squares += (out[index] ?? 0) * (out[index] ?? 0);
  const length = Math.sqrt(squares);
  if (length > 0) for (let index = 0; index < dimensions; index++) out[index] = (out[index] ?? 0) / length;
  return length;
}

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** Collects gradients of rows and steps only those rows (Adam, Kingma and Ba 2015, with lazy moments). */
export interface RowOptimiser {
  /** Adds the gradient of a pooled, normalised vector to the rows that were pooled into it. */
  addPooled(rows: readonly number[], pooled: Float32Array, gradient: Float32Array, length: number): void;
  /** Moves the rows that got a gradient, and forgets it. */
  step(rate: number): void;
}

/** Opens an optimiser for a table. */
export function openOptimiser({ dimensions, values }: TokenTable): RowOptimiser {
  const gradients = new Float32Array(values.length);
  const first = new Float32Array(values.length);
  const second = new Float32Array(values.length);
  const steps = new Uint32Array(values.length / dimensions);
  const touched = new Set<number>();
  const through = new Float32Array(dimensions);
  return {
    addPooled: (rows, pooled, gradient, length) => {
      if (length === 0) return;
      let along = 0;
      for (let index = 0; index < dimensions; index++) along += (pooled[index] ?? 0) * (gradient[index] ?? 0);
      for (let index = 0; index < dimensions; index++) {
        through[index] = ((gradient[index] ?? 0) - along * (pooled[index] ?? 0)) / length;
      }
      for (const row of rows) {
        touched.add(row);
        const start = row * dimensions;
        for (let index = 0; index < dimensions; index++) {
          gradients[start + index] = (gradients[start + index] ?? 0) + (through[index] ?? 0);
        }
      }
    },
    step: (rate) => {
      for (const row of touched) {
        const time = (steps[row] = (steps[row] ?? 0) + 1);
        const scale = (rate * Math.sqrt(1 - BETA_2 ** time)) / (1 - BETA_1 ** time);
        for (let at = row * dimensions; at < (row + 1) * dimensions; at++) {
          const gradient = gradients[at] ?? 0;
          const mean = (first[at] = BETA_1 * (first[at] ?? 0) + (1 - BETA_1) * gradient);
          const square = (second[at] = BETA_2 * (second[at] ?? 0) + (1 - BETA_2) * gradient * gradient);
          values[at] = (values[at] ?? 0) - (scale * mean) / (Math.sqrt(square) + EPSILON);
          gradients[at] = 0;
        }
      }
      touched.clear();
    },
  };
}
