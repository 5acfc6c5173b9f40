import { searchClusters, searchFlat } from './cluster-search.ts';
import { DOOR_FILE, readDoor, type LoadBytes } from './vector-door.ts';
import type { SimilarDocument } from './vector-index.ts';

/** How much a query may read of an index with lists; a smaller index is read whole. */
export interface Effort {
  /** Bytes of all files together, about. */
  readonly bytes: number;
  /** How many of the rows that look nearest are looked at more closely. */
  readonly closer: number;
}

/** An index of vectors, open. */
export interface VectorSearch {
  /** The rows nearest to a vector of length 1, at most `most`, nearest first, with their inner products. */
  nearest(query: Float32Array, most: number, effort?: Partial<Effort>): Promise<SimilarDocument[]>;
}

/** About as many bytes as the largest index without lists has, so that a query costs the same in one of any size. */
const BYTES = 460_000;
/** For each row that is asked for, so many are looked at more closely. */
const CLOSER = 2;

/**
 * Opens the files of {@link buildVectorFiles}; nothing is fetched before the first query, and each file
 * once. A fetch that failed is tried again when it is next needed.
 * @throws {SearchIndexError} by `nearest`, when the door is not one that this code can read.
 */
export function openVectorSearch(load: LoadBytes): VectorSearch {
  const loaded = new Map<string, Promise<Uint8Array>>();
  const once: LoadBytes = (name) => {
    const loading = loaded.get(name) ?? load(name);
    loaded.set(name, loading);
    loading.catch(() => loaded.delete(name));
    return loading;
  };
  return {
    async nearest(query, most, effort = {}) {
      const { door, body } = readDoor(await once(DOOR_FILE));
      if (door.branches.length === 0) return searchFlat(query, body).slice(0, most);
      const { bytes = BYTES, closer = CLOSER * most } = effort;
      return (await searchClusters(query, door, body, once, { bytes, closer })).slice(0, most);
    },
  };
}
