/** Rows one after the other, all of `columns` numbers. */
export interface Matrix {
  readonly columns: number;
  readonly values: Float32Array;
}

/** Packs vectors of one length into a matrix. */
export function packRows(rows: readonly Float32Array[], columns: number): Matrix {
  const values = new Float32Array(rows.length * columns);
  for (const [index, row] of rows.entries()) values.set(row, index * columns);
  return { columns, values };
}

/** The number of rows. */
export function countRows({ columns, values }: Matrix): number {
  return values.length / columns;
}

/** Brings a vector to length 1 in place; the zero vector stays. Gives the length that it had. */
export function normalise(vector: Float32Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  if (length > 0)
    for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] ?? 0) / length;
  return length;
}

/** The inner product of a row of `a` and a row of `b`; `length` is a multiple of 4. */
export function innerProduct(
  a: Float32Array,
  aStart: number,
  b: Float32Array,
  bStart: number,
  length: number,
): number {
  // Four sums at once, because each waits for itself.
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  for (let index = 0; index < length; index += 4) {
    sum0 += (a[aStart + index] ?? 0) * (b[bStart + index] ?? 0);
    sum1 += (a[aStart + index + 1] ?? 0) * (b[bStart + index + 1] ?? 0);
    sum2 += (a[aStart + index + 2] ?? 0) * (b[bStart + index + 2] ?? 0);
    sum3 += (a[aStart + index + 3] ?? 0) * (b[bStart + index + 3] ?? 0);
  }
  return sum0 + sum1 + sum2 + sum3;
}

/** aᵀ · b, in double precision: the columns of `a` against those of `b`. */
export function crossProduct(a: Matrix, b: Matrix): Float64Array {
  const product = new Float64Array(a.columns * b.columns);
  for (let row = 0; row < countRows(a); row++) {
    for (let i = 0; i < a.columns; i++) {
      const factor = a.values[row * a.columns + i] ?? 0;
      const [start, from] = [i * b.columns, row * b.columns];
      for (let j = 0; j < b.columns; j++)
        product[start + j] = (product[start + j] ?? 0) + factor * (b.values[from + j] ?? 0);
    }
  }
  return product;
}

/** The mean of the rows. */
export function meanRow({ columns, values }: Matrix): Float32Array {
  const sum = new Float64Array(columns);
  for (let index = 0; index < values.length; index++)
    sum[index % columns] = (sum[index % columns] ?? 0) + (values[index] ?? 0);
  return Float32Array.from(sum, (value) => value / (values.length / columns));
}

/**
 * Solves `a` · x = b for symmetric positive definite `a` of `size` (Cholesky), for each of the
 * `columns` of `b`; `a` and `b` are overwritten, x stands in `b`.
 */
export function solve(a: Float64Array, b: Float64Array, size: number, columns: number): Float64Array {
  factorise(a, size);
  for (let i = 0; i < size; i++) eliminate(a, b, i, 0, i, size, columns, (k) => i * size + k);
  for (let i = size - 1; i >= 0; i--) eliminate(a, b, i, i + 1, size, size, columns, (k) => k * size + i);
  return b;
}

function factorise(a: Float64Array, size: number): void {
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = a[i * size + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (a[i * size + k] ?? 0) * (a[j * size + k] ?? 0);
      a[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (a[j * size + j] ?? 1);
    }
  }
}

function eliminate(
  a: Float64Array,
  b: Float64Array,
  row: number,
  from: number,
  to: number,
  size: number,
  columns: number,
  at: (k: number) => number,
): void {
  const diagonal = a[row * size + row] ?? 1;
  for (let column = 0; column < columns; column++) {
    let sum = b[row * columns + column] ?? 0;
    for (let k = from; k < to; k++) sum -= (a[at(k)] ?? 0) * (b[k * columns + column] ?? 0);
    b[row * columns + column] = sum / diagonal;
  }
}

/**
 * The `count` directions of largest variance of centred rows (orthogonal iteration on their
 * covariance), as the rows of a matrix, largest first.
 */
export function principalDirections(rows: Matrix, count: number, random: () => number, rounds = 30): Matrix {
  const size = rows.columns;
  const covariance = Float32Array.from(crossProduct(rows, rows), (value) => value / countRows(rows));
  const directions = {
    columns: size,
    values: Float32Array.from({ length: count * size }, () => random() - 0.5),
  };
  for (let round = 0; round < rounds; round++) {
    const turned = Float32Array.from(directions.values, (_, index) => {
      const [direction, column] = [Math.floor(index / size), index % size];
      return innerProduct(directions.values, direction * size, covariance, column * size, size);
    });
    directions.values.set(turned);
    orthonormalise(directions);
  }
  return directions;
}

function orthonormalise({ columns, values }: Matrix): void {
  for (let row = 0; row < values.length / columns; row++) {
    const current = values.subarray(row * columns, (row + 1) * columns);
    for (let before = 0; before < row; before++) {
      const overlap = innerProduct(values, before * columns, values, row * columns, columns);
      for (let j = 0; j < columns; j++)
        current[j] = (current[j] ?? 0) - overlap * (values[before * columns + j] ?? 0);
    }
    normalise(current);
  }
}
