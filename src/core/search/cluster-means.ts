/** Vectors of length 1, one after the other. */
export interface Rows {
  readonly dimensions: number;
  readonly values: Float32Array;
}

/**
 * The directions that the members of `rows` gather around, each of length 1 (spherical k-means, Dhillon
 * and Modha 2001). It begins with members at even distances and uses no chance, so that the same rows
 * give the same bytes; a direction that no member is nearest to stays where it was.
 */
export function findMeans(
  rows: Rows,
  members: readonly number[],
  count: number,
  rounds: number,
): Float32Array {
  const { dimensions, values } = rows;
  const means = new Float32Array(count * dimensions);
  for (let mean = 0; mean < count; mean++) {
    const start = (members[Math.floor((mean * members.length) / count)] ?? 0) * dimensions;
    means.set(values.subarray(start, start + dimensions), mean * dimensions);
  }
  for (let round = 0; round < rounds; round++) {
    const sums = new Float32Array(means.length);
    for (const member of members) {
      const nearest = findNearest(values, member * dimensions, means, dimensions) * dimensions;
      for (let index = 0; index < dimensions; index++) {
        sums[nearest + index] = (sums[nearest + index] ?? 0) + (values[member * dimensions + index] ?? 0);
      }
    }
    for (let start = 0; start < sums.length; start += dimensions) {
      setDirection(means, start, sums.subarray(start, start + dimensions));
    }
  }
  return means;
}

/** The number of the mean that is nearest to the vector at `start`. */
export function findNearest(
  values: Float32Array,
  start: number,
  means: Float32Array,
  dimensions: number,
): number {
  let [nearest, best] = [0, -Infinity];
  for (let mean = 0; mean * dimensions < means.length; mean++) {
    const similarity = innerProduct(values, start, means, mean * dimensions, dimensions);
    if (similarity > best) [nearest, best] = [mean, similarity];
  }
  return nearest;
}

/** The inner product of two stretches of numbers. */
export function innerProduct(
  a: Float32Array,
  startOfA: number,
  b: Float32Array,
  startOfB: number,
  dimensions: number,
): number {
  let sum = 0;
  for (let index = 0; index < dimensions; index++) {
    sum += (a[startOfA + index] ?? 0) * (b[startOfB + index] ?? 0);
  }
  return sum;
}

/** Sets a mean to the direction of a sum, unless the sum has none. */
export function setDirection(means: Float32Array, start: number, sum: Float32Array): void {
  const length = Math.sqrt(innerProduct(sum, 0, sum, 0, sum.length));
  if (length > 0)
    means.set(
      sum.map((value) => value / length),
      start,
    );
}
