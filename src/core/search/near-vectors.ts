import { decode, middleOf, unpack } from './cluster-code.ts';
import type { SimilarDocument } from './vector-index.ts';
import { guideBytes, listBytes, shardBytes, shardFile, type ListsHead } from './vector-lists.ts';

/** Gives the bytes of a file of an index by its name. */
export type LoadBytes = (name: string) => Promise<Uint8Array>;

/** Vectors of many guides, of which a query reads those of a few lists. */
export interface VectorLists extends ListsHead {
  nearest(query: Float32Array): Promise<NearVectors>;
}

/** What a query found in the lists that it read. */
export interface NearVectors {
  /** Nearest first; ties keep index order. */
  readonly found: readonly SimilarDocument[];
  /** About how near the guides of the best list that was not read are; 0 when all were read. */
  readonly elsewhere: number;
}

/** How much a query may read, the door included. */
export interface Effort {
  readonly bytes: number;
  readonly requests: number;
}

/** About as many bytes as the largest index without lists has, so that a query costs the same in one of any size. */
const EFFORT: Effort = { bytes: 155_000, requests: 12 };
/** What shards may take however large the door is: beyond 10,000 guides it grows. */
const LEAST_FOR_SHARDS = 100_000;
/** How much the spread of a list counts for its best guide; found by trying on grown collections. */
const SPREAD = 0.3;

/**
 * Opens lists from their door. A query reads the shards whose lists promise most, nearest first, at once; each
 * is fetched once, and again after a fetch that failed.
 */
export function openVectorLists(
  head: ListsHead,
  body: Uint8Array,
  load: LoadBytes,
  effort: Effort = EFFORT,
): VectorLists {
  const fetched = new Map<number, Promise<Uint8Array>>();
  const fetchShard = (shard: number) => {
    const loading = fetched.get(shard) ?? load(shardFile(head.lang, head, shard));
    fetched.set(shard, loading);
    loading.catch(() => fetched.delete(shard));
    return loading;
  };
  let shards: readonly Shard[] | undefined;
  return {
    ...head,
    async nearest(query) {
      shards ??= readShards(head, body);
      const ranked = rankShards(query, shards);
      const left = {
        bytes: Math.max(LEAST_FOR_SHARDS, effort.bytes - body.length),
        requests: effort.requests - 1,
      };
      const chosen = new Set(takeWithin(ranked, left, guideBytes(head.dimensions)));
      const read = [...chosen].map(async ({ number, middle }) =>
        readShard(query, await fetchShard(number), innerProduct(query, middle)),
      );
      const found = (await Promise.all(read)).flat();
      return {
        found: found.sort((a, b) => b.similarity - a.similarity || a.document - b.document),
        elsewhere: Math.max(0, ...ranked.filter((shard) => !chosen.has(shard)).map(({ likely }) => likely)),
      };
    },
  };
}

/** A shard as the door tells of it. */
interface Shard {
  readonly number: number;
  readonly guides: number;
  readonly middle: Float32Array;
  readonly lists: readonly { readonly middle: Float32Array; readonly spread: number }[];
}

function readShards({ dimensions, shards }: ListsHead, body: Uint8Array): Shard[] {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const nothing = new Float32Array(dimensions);
  const size = listBytes(dimensions);
  let start = 0;
  return shards.map((count, number) => {
    const levels = unpack(body.subarray(start + 4, start + shardBytes(dimensions)), dimensions, 4);
    const middle = decode({ scale: view.getFloat32(start, true), levels }, nothing, 4);
    start += shardBytes(dimensions);
    let guides = 0;
    const lists = Array.from({ length: count }, () => {
      const code = {
        scale: view.getFloat32(start, true),
        levels: unpack(body.subarray(start + 12, start + size), dimensions, 2),
      };
      const list = { middle: decode(code, middle, 2), spread: view.getFloat32(start + 4, true) };
      guides += view.getUint32(start + 8, true);
      start += size;
      return list;
    });
    return { number, guides, middle, lists };
  });
}

interface RankedShard extends Shard {
  /** What the nearest guide of its lists may be expected to reach, and what an average one of the nearest list does. */
  readonly promise: number;
  readonly likely: number;
}

function rankShards(query: Float32Array, shards: readonly Shard[]): RankedShard[] {
  const ranked = shards.map((shard) => {
    const lists = shard.lists.map(({ middle, spread }) => ({ likely: innerProduct(query, middle), spread }));
    return {
      ...shard,
      promise: Math.max(...lists.map(({ likely, spread }) => likely + SPREAD * spread)),
      likely: Math.max(...lists.map(({ likely }) => likely)),
    };
  });
  return ranked.sort((a, b) => b.promise - a.promise || a.number - b.number);
}

/** The first shards that fit together, and at least one. */
function takeWithin(shards: readonly RankedShard[], effort: Effort, bytesOfGuide: number): RankedShard[] {
  const taken: RankedShard[] = [];
  let bytes = 0;
  for (const shard of shards) {
    if (taken.length >= effort.requests) break;
    const size = shard.guides * bytesOfGuide;
    if (taken.length > 0 && bytes + size > effort.bytes) continue;
    taken.push(shard);
    bytes += size;
  }
  return taken;
}

function readShard(query: Float32Array, bytes: Uint8Array, base: number): SimilarDocument[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = guideBytes(query.length);
  const total = query.reduce((sum, value) => sum + value, 0);
  return Array.from({ length: bytes.length / size }, (_, place) => {
    const start = place * size;
    const levels = bytes.subarray(start + 8, start + size);
    const beyond = innerProduct(query, levels) - middleOf(8) * total;
    return {
      document: view.getUint32(start, true),
      similarity: base + view.getFloat32(start + 4, true) * beyond,
    };
  });
}

function innerProduct(query: Float32Array, numbers: Float32Array | Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < query.length; index++) sum += (query[index] ?? 0) * (numbers[index] ?? 0);
  return sum;
}
