import { findMeans, findNearest, innerProduct, type Rows } from './cluster-means.ts';

/** Rows that are near one another. */
export interface ClusterList {
  readonly members: readonly number[];
  /** The mean of the members. */
  readonly middle: Float32Array;
  /** How far the members are from it: the root of the mean square. */
  readonly spread: number;
}

/** Lists that are near one another. */
export interface ClusterShard {
  readonly middle: Float32Array;
  readonly lists: readonly ClusterList[];
}

const ROWS_PER_LIST = 24;
/** Beyond this lists grow longer instead, so that a door of them stays small. */
const MOST_LISTS = 600;
const ROWS_PER_SHARD = 60;
const ROUNDS = 4;
/** Directions are found from so many rows, spread over all. */
const SAMPLE = 12_000;
/** A group of more than so many times its share is parted. */
const UNEVEN = 1.5;

/**
 * Parts rows into lists, and lists into shards. Several lists to a shard, because the best of several small
 * middles tells better whether a shard holds what a query is near to than one large middle. No chance is used.
 */
export function growShards(rows: Rows): ClusterShard[] {
  const { dimensions, values } = rows;
  const count = values.length / dimensions;
  if (count === 0) return [];
  const rowsPerList = Math.max(ROWS_PER_LIST, Math.ceil(count / MOST_LISTS));
  const all = Array.from({ length: count }, (_, row) => row);
  const lists = group(rows, all, Math.ceil(count / rowsPerList), UNEVEN * rowsPerList).map((members) =>
    drawList(rows, members),
  );
  const middles: Rows = { dimensions, values: Float32Array.from(lists.flatMap(({ middle }) => [...middle])) };
  const order = lists.map((_, list) => list);
  const listsPerShard = Math.max(1, ROWS_PER_SHARD / rowsPerList);
  return group(middles, order, Math.ceil(lists.length / listsPerShard), UNEVEN * listsPerShard).map(
    (shard) => {
      const own = shard.flatMap((list) => lists[list] ?? []);
      return {
        middle: drawList(
          rows,
          own.flatMap(({ members }) => members),
        ).middle,
        lists: own,
      };
    },
  );
}

/** Parts members into about `count` groups around directions, none with more than `most`. */
function group(rows: Rows, members: readonly number[], count: number, most: number): number[][] {
  const stride = Math.max(1, Math.floor(members.length / SAMPLE));
  const sample = members.filter((_, place) => place % stride === 0);
  const means = findMeans(rows, sample, count, ROUNDS);
  const nearest = (row: number) => findNearest(rows.values, row * rows.dimensions, means, rows.dimensions);
  return [...Map.groupBy(members, nearest).values()].flatMap((found) => part(rows, found, most));
}

/** Halves a group until no part is larger than `most`, along the direction in which its first row lies. */
function part(rows: Rows, members: readonly number[], most: number): number[][] {
  if (members.length <= Math.max(1, most)) return [[...members]];
  const { dimensions, values } = rows;
  const axis = findAxis(rows, members);
  const along = new Map(
    members.map((row) => [row, innerProduct(values, row * dimensions, axis, 0, dimensions)]),
  );
  const sorted = members.toSorted((a, b) => (along.get(a) ?? 0) - (along.get(b) ?? 0) || a - b);
  const half = Math.ceil(sorted.length / 2);
  return [sorted.slice(0, half), sorted.slice(half)].flatMap((rest) => part(rows, rest, most));
}

/** From the middle of a group to the row that is farthest from it. */
function findAxis(rows: Rows, members: readonly number[]): Float32Array {
  const { dimensions, values } = rows;
  const { middle } = drawList(rows, members);
  let [axis, farthest] = [middle, -1];
  for (const row of members) {
    const beyond = middle.map((value, index) => (values[row * dimensions + index] ?? 0) - value);
    const squares = innerProduct(beyond, 0, beyond, 0, dimensions);
    if (squares > farthest) [axis, farthest] = [beyond, squares];
  }
  return axis;
}

function drawList({ dimensions, values }: Rows, members: readonly number[]): ClusterList {
  const middle = new Float32Array(dimensions);
  let squares = 0;
  for (const member of members) {
    for (let index = 0; index < dimensions; index++) {
      const value = values[member * dimensions + index] ?? 0;
      middle[index] = (middle[index] ?? 0) + value / members.length;
      squares += (value * value) / members.length;
    }
  }
  const spread = Math.sqrt(Math.max(0, squares - innerProduct(middle, 0, middle, 0, dimensions)));
  return { members, middle, spread };
}
