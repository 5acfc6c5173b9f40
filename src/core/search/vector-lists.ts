import type { Language } from '../article/browser.ts';
import type { VectorHead } from './vector-index.ts';

/** From so many guides on a browser reads lists: fewer are one file that costs about as much as a query of lists. */
export const MOST_FLAT_GUIDES = 512;

/** What the door of lists says of them; the directions of shards and lists follow it as bytes. */
export interface ListsHead extends VectorHead {
  /** Names the shards of this very build, so that a cache never mixes two. */
  readonly name: string;
  /** How many lists each shard has. */
  readonly shards: readonly number[];
}

/** The file of a shard: the guides of a few lists that are near one another. */
export function shardFile(lang: Language, { name }: Pick<ListsHead, 'name'>, shard: number): string {
  return `${lang}-vectors-${name}-${shard}.bin`;
}

/** Bytes of a shard in the door: a scale, and 4 bits for each number of its middle. */
export function shardBytes(dimensions: number): number {
  return 4 + dimensions / 2;
}

/** Bytes of a list in the door: scale, spread, number of guides, and 2 bits for what its middle has beyond the shard's. */
export function listBytes(dimensions: number): number {
  return 12 + dimensions / 4;
}

/** Bytes of a guide in its shard: its number, a scale, and a byte for what each number has beyond the shard's middle. */
export function guideBytes(dimensions: number): number {
  return 8 + dimensions;
}
