import { decode, encode, pack, type Code } from './cluster-code.ts';
import type { Rows } from './cluster-means.ts';
import { growTree, type ClusterBranch, type ClusterList } from './cluster-tree.ts';
import { branchFile, DOOR_FILE, lowerFile, upperFile, writeDoor, type VectorFiles } from './vector-door.ts';

/** Up to so many rows the door has them all: a query reads no more than from a larger index. */
const MOST_FLAT_ROWS = 1024;

/**
 * Writes vectors of length 1 as the files of an index; a row is known by its number. Few rows stand in
 * the door, each as a scale and 12 bits for each of its numbers: with 8, neighbours change places. More rows stand in lists:
 *
 *     door.bin            the direction of each branch: scale, then 4 bits a number
 *     branch-B.bin        for each of its lists: scale, closeness and number of rows; then what its
 *                         direction has beyond the branch's, 2 bits a number
 *     list-L-upper.bin    for each row a scale, and what it has beyond its list's direction, 4 bits a number
 *     list-L-lower.bin    for each row which it is, and 8 bits more of each number
 *
 * Lists are numbered through, branch by branch. `dimensions` must be a multiple of 4. The same rows give
 * the same bytes.
 */
export function buildVectorFiles(rows: Rows, mostFlatRows = MOST_FLAT_ROWS): VectorFiles {
  const { dimensions, values } = rows;
  const count = values.length / dimensions;
  if (count <= mostFlatRows) {
    return new Map([[DOOR_FILE, writeDoor({ dimensions, count, branches: [] }, writeFlat(rows))]]);
  }
  const branches = growTree(rows);
  const sizes = branches.map(({ lists }) => lists.length);
  const directions = branches.map(({ mean }) => encode(mean, new Float32Array(dimensions), 4));
  const door = writeDoor({ dimensions, count, branches: sizes }, writeDirections(directions, dimensions));
  const files = new Map([[DOOR_FILE, door]]);
  let list = 0;
  for (const [number, branch] of branches.entries()) {
    const { scale, levels } = directions[number] ?? { scale: 0, levels: new Uint8Array(dimensions) };
    // As a reader will see it.
    const base = decode({ scale: Math.fround(scale), levels }, new Float32Array(dimensions), 4);
    list = writeBranch(files, rows, branch, { number, base, list });
  }
  return files;
}

function writeDirections(directions: readonly Code[], dimensions: number): Uint8Array {
  const size = 4 + dimensions / 2;
  const bytes = new Uint8Array(directions.length * size);
  const view = new DataView(bytes.buffer);
  for (const [branch, { scale, levels }] of directions.entries()) {
    view.setFloat32(branch * size, scale, true);
    bytes.set(pack(levels, 4), branch * size + 4);
  }
  return bytes;
}

function writeFlat({ dimensions, values }: Rows): Uint8Array {
  const size = 4 + dimensions / 2 + dimensions;
  const bytes = new Uint8Array((values.length / dimensions) * size);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row * dimensions < values.length; row++) {
    const vector = values.subarray(row * dimensions, (row + 1) * dimensions);
    const { scale, levels } = encode(vector, new Float32Array(dimensions), 12);
    view.setFloat32(row * size, scale, true);
    bytes.set(pack(upperHalf(levels), 4), row * size + 4);
    bytes.set(lowerHalf(levels), row * size + 4 + dimensions / 2);
  }
  return bytes;
}

function upperHalf(levels: Code['levels']): Uint8Array {
  return Uint8Array.from(levels, (level) => level >> 8);
}

function lowerHalf(levels: Code['levels']): Uint8Array {
  return Uint8Array.from(levels, (level) => level & 255);
}

/** Gives the number of the list after the last. */
function writeBranch(
  files: Map<string, Uint8Array>,
  rows: Rows,
  { lists }: ClusterBranch,
  place: { readonly number: number; readonly base: Float32Array; readonly list: number },
): number {
  const size = 12 + rows.dimensions / 4;
  const bytes = new Uint8Array(lists.length * size);
  const view = new DataView(bytes.buffer);
  for (const [index, list] of lists.entries()) {
    const { scale, levels } = encode(list.mean, place.base, 2);
    view.setFloat32(index * size, scale, true);
    view.setFloat32(index * size + 4, list.closeness, true);
    view.setUint32(index * size + 8, list.members.length, true);
    bytes.set(pack(levels, 2), index * size + 12);
    // As a reader will see it.
    const base = decode({ scale: Math.fround(scale), levels }, place.base, 2);
    writeList(files, rows, list, base, place.list + index);
  }
  files.set(branchFile(place.number), bytes);
  return place.list + lists.length;
}

function writeList(
  files: Map<string, Uint8Array>,
  { dimensions, values }: Rows,
  { members }: ClusterList,
  base: Float32Array,
  number: number,
): void {
  const [upperSize, lowerSize] = [4 + dimensions / 2, 4 + dimensions];
  const upper = new Uint8Array(members.length * upperSize);
  const lower = new Uint8Array(members.length * lowerSize);
  const [upperView, lowerView] = [new DataView(upper.buffer), new DataView(lower.buffer)];
  for (const [index, member] of members.entries()) {
    const vector = values.subarray(member * dimensions, (member + 1) * dimensions);
    const { scale, levels } = encode(vector, base, 12);
    upperView.setFloat32(index * upperSize, scale, true);
    upper.set(pack(upperHalf(levels), 4), index * upperSize + 4);
    lowerView.setUint32(index * lowerSize, member, true);
    lower.set(lowerHalf(levels), index * lowerSize + 4);
  }
  files.set(upperFile(number), upper);
  files.set(lowerFile(number), lower);
}
