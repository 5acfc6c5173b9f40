import { decode, encode, pack } from './cluster-code.ts';
import { growShards, type ClusterList, type ClusterShard } from './cluster-tree.ts';
import type { Rows } from './cluster-means.ts';
import { fingerprintBytes } from './fingerprint.ts';
import type { GuideVectors } from './vector-index.ts';
import { guideBytes, listBytes, shardBytes, shardFile, type ListsHead } from './vector-lists.ts';

/** The files of lists: the door, and the shards by their names. */
export interface VectorListFiles {
  readonly door: Uint8Array;
  readonly shards: ReadonlyMap<string, Uint8Array>;
}

/**
 * Writes the vectors of many guides as files of which a query needs a few:
 *
 *     door      a line of JSON; the middle of each shard; for each list its middle, spread and size
 *     shards    the guides of a few lists that are near one another, each in about 8 bits a number
 *
 * `dimensions` must be a multiple of 4. The same vectors give the same bytes.
 */
export function writeVectorLists(vectors: GuideVectors): VectorListFiles {
  const { values, ...about } = vectors;
  const rows = { dimensions: vectors.dimensions, values };
  const shards = growShards(rows);
  const middles = shards.map(({ middle }) => codeMiddle(middle));
  const contents = shards.map((shard, number) =>
    writeShard(rows, shard, middles[number]?.base ?? shard.middle),
  );
  const head: ListsHead = {
    ...about,
    name: fingerprintBytes(contents),
    shards: shards.map(({ lists }) => lists.length),
  };
  const body = shards.flatMap(({ lists }, number) => {
    const { bytes, base } = middles[number] ?? codeMiddle(new Float32Array(vectors.dimensions));
    return [bytes, ...lists.map((list) => writeList(list, base))];
  });
  const line = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  return {
    door: join([line, ...body]),
    shards: new Map(contents.map((bytes, number) => [shardFile(vectors.lang, head, number), bytes])),
  };
}

/** A middle as bytes, and as a reader will see it. */
function codeMiddle(middle: Float32Array): { readonly bytes: Uint8Array; readonly base: Float32Array } {
  const nothing = new Float32Array(middle.length);
  const { scale, levels } = encode(middle, nothing, 4);
  const bytes = new Uint8Array(shardBytes(middle.length));
  new DataView(bytes.buffer).setFloat32(0, scale, true);
  bytes.set(pack(levels, 4), 4);
  return { bytes, base: decode({ scale: Math.fround(scale), levels }, nothing, 4) };
}

function writeList({ middle, spread, members }: ClusterList, base: Float32Array): Uint8Array {
  const { scale, levels } = encode(middle, base, 2);
  const bytes = new Uint8Array(listBytes(middle.length));
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, scale, true);
  view.setFloat32(4, spread, true);
  view.setUint32(8, members.length, true);
  bytes.set(pack(levels, 2), 12);
  return bytes;
}

function writeShard({ dimensions, values }: Rows, { lists }: ClusterShard, base: Float32Array): Uint8Array {
  const size = guideBytes(dimensions);
  const members = lists.flatMap((list) => list.members);
  const bytes = new Uint8Array(members.length * size);
  const view = new DataView(bytes.buffer);
  for (const [place, member] of members.entries()) {
    const vector = values.subarray(member * dimensions, (member + 1) * dimensions);
    const { scale, levels } = encode(vector, base, 8);
    view.setUint32(place * size, member, true);
    view.setFloat32(place * size + 4, scale, true);
    bytes.set(levels, place * size + 8);
  }
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    bytes.set(part, start);
    start += part.length;
  }
  return bytes;
}
