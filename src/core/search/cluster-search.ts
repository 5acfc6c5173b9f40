import { decode, middleOf, unpack } from './cluster-code.ts';
import { branchFile, lowerFile, upperFile, type LoadBytes, type VectorDoor } from './vector-door.ts';
import type { SimilarDocument } from './vector-index.ts';
import type { Effort } from './vector-search.ts';

/** A list that a query may look into. */
interface Candidate {
  readonly list: number;
  readonly rows: number;
  /** The inner product of the query with the list's direction. */
  readonly similarity: number;
  /** What its nearest row may be expected to reach. */
  readonly promise: number;
}

/** A row as far as its upper halves tell. */
interface Glimpse {
  readonly candidate: Candidate;
  /** Its place in the list. */
  readonly place: number;
  readonly scale: number;
  readonly similarity: number;
}

/** The share of the bytes that the choice of lists may take. */
const CHOOSING = 0.38;
/** The share that is left for the lower halves. */
const CLOSER = 0.16;
/** How much the scatter of a list's rows counts for it; found by trying, on grown corpora. */
const SCATTER = 0.3;

/**
 * Finds rows near a query in an index with lists, in four rounds of fetching:
 *
 *     door ─> nearest branches ─> upper halves of their nearest lists ─> lower halves of the nearest rows
 *
 * Each round takes the nearest first until its share of the bytes is spent, so that a query costs the
 * same however many rows there are. Nearest first; with enough effort it looks at every row.
 */
export async function searchClusters(
  query: Float32Array,
  door: VectorDoor,
  body: Uint8Array,
  load: LoadBytes,
  { bytes, closer }: Effort,
): Promise<SimilarDocument[]> {
  const rowBytes = 4 + door.dimensions / 2;
  const forChoosing = bytes * CHOOSING - body.length;
  const branches = takeWithin(rankBranches(query, door, body), forChoosing, ({ bytes: size }) => size);
  const candidates = await Promise.all(branches.map((branch) => readBranch(query, branch, load)));
  const spent = body.length + branches.reduce((sum, branch) => sum + branch.bytes, 0);
  const ranked = candidates.flat().sort((a, b) => b.promise - a.promise);
  const forLists = bytes * (1 - CLOSER) - spent;
  const lists = takeWithin(ranked, forLists, ({ rows }) => rows * rowBytes);
  const glimpses = (await Promise.all(lists.map((list) => readUpper(query, list, load)))).flat();
  const nearest = glimpses.sort((a, b) => b.similarity - a.similarity).slice(0, closer);
  const groups = [...Map.groupBy(nearest, ({ candidate }) => candidate)];
  const looked = takeWithin(groups, bytes * CLOSER, ([{ rows }]) => rows * (4 + door.dimensions));
  const found = await Promise.all(looked.map(([list, rows]) => readLower(query, list, rows, load)));
  return found.flat().sort((a, b) => b.similarity - a.similarity || a.document - b.document);
}

/** The first items whose sizes fit together, and at least one. */
function takeWithin<Item>(items: readonly Item[], bytes: number, sizeOf: (item: Item) => number): Item[] {
  let sum = 0;
  return items.filter((item, index) => (sum += sizeOf(item)) <= bytes || index === 0);
}

interface Branch {
  readonly number: number;
  readonly firstList: number;
  readonly bytes: number;
  readonly direction: Float32Array;
  readonly similarity: number;
}

function rankBranches(query: Float32Array, door: VectorDoor, body: Uint8Array): Branch[] {
  const view = viewOf(body);
  const size = 4 + door.dimensions / 2;
  let firstList = 0;
  const branches = door.branches.map((lists, number) => {
    const start = number * size;
    const levels = unpack(body.subarray(start + 4, start + size), door.dimensions, 4);
    const code = { scale: view.getFloat32(start, true), levels };
    const direction = decode(code, new Float32Array(door.dimensions), 4);
    const branch = { number, firstList, bytes: lists * listBytes(door.dimensions), direction };
    firstList += lists;
    return { ...branch, similarity: innerProduct(query, direction) };
  });
  return branches.sort((a, b) => b.similarity - a.similarity);
}

function listBytes(dimensions: number): number {
  return 12 + dimensions / 4;
}

async function readBranch(query: Float32Array, branch: Branch, load: LoadBytes): Promise<Candidate[]> {
  const bytes = await load(branchFile(branch.number));
  const view = viewOf(bytes);
  const size = listBytes(query.length);
  return Array.from({ length: bytes.length / size }, (_, index) => {
    const start = index * size;
    const levels = unpack(bytes.subarray(start + 12, start + size), query.length, 2);
    const direction = decode({ scale: view.getFloat32(start, true), levels }, branch.direction, 2);
    const similarity = innerProduct(query, direction);
    const closeness = view.getFloat32(start + 4, true);
    const scatter = Math.sqrt(Math.max(0, 1 - closeness * closeness));
    return {
      list: branch.firstList + index,
      rows: view.getUint32(start + 8, true),
      similarity,
      promise: similarity * closeness + SCATTER * scatter,
    };
  });
}

async function readUpper(query: Float32Array, candidate: Candidate, load: LoadBytes): Promise<Glimpse[]> {
  const bytes = await load(upperFile(candidate.list));
  const view = viewOf(bytes);
  const total = query.reduce((sum, value) => sum + value, 0);
  const size = 4 + query.length / 2;
  return Array.from({ length: candidate.rows }, (_, place) => {
    const start = place * size;
    const scale = view.getFloat32(start, true);
    const halves = unpack(bytes.subarray(start + 4, start + size), query.length, 4);
    // The lower half is not known yet.
    const beyond = scale * (256 * innerProduct(query, halves) + (middleOf(8) - middleOf(12)) * total);
    return { candidate, place, scale, similarity: candidate.similarity + beyond };
  });
}

async function readLower(
  query: Float32Array,
  { list }: Candidate,
  glimpses: readonly Glimpse[],
  load: LoadBytes,
): Promise<SimilarDocument[]> {
  const bytes = await load(lowerFile(list));
  const view = viewOf(bytes);
  const total = query.reduce((sum, value) => sum + value, 0);
  const size = 4 + query.length;
  return glimpses.map(({ place, scale, similarity }) => {
    const start = place * size;
    const halves = bytes.subarray(start + 4, start + size);
    return {
      document: view.getUint32(start, true),
      similarity: similarity + scale * (innerProduct(query, halves) - middleOf(8) * total),
    };
  });
}

/** Compares a query with all rows of an index without lists. Nearest first. */
export function searchFlat(query: Float32Array, body: Uint8Array): SimilarDocument[] {
  const view = viewOf(body);
  const total = query.reduce((sum, value) => sum + value, 0);
  const half = query.length / 2;
  const size = 4 + half + query.length;
  const rows = Array.from({ length: body.length / size }, (_, document) => {
    const start = document * size;
    const upper = unpack(body.subarray(start + 4, start + 4 + half), query.length, 4);
    const lower = body.subarray(start + 4 + half, start + size);
    const sum = 256 * innerProduct(query, upper) + innerProduct(query, lower) - middleOf(12) * total;
    return { document, similarity: sum * view.getFloat32(start, true) };
  });
  return rows.sort((a, b) => b.similarity - a.similarity);
}

function innerProduct(query: Float32Array, numbers: Float32Array | Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < query.length; index++) sum += (query[index] ?? 0) * (numbers[index] ?? 0);
  return sum;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
