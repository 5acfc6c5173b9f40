import type { Embedder } from '../../core/search/index.ts';
import type { EmbeddingCache } from './embedding-cache.ts';
import { openEmbeddingProgress } from './embedding-progress.ts';

export interface CacheOptions {
  /** Opens what was kept; asked for with the first passages, so that a server which only reads queries needs none of it. */
  readonly openCache: () => Promise<EmbeddingCache>;
  /** Hears how far it is, in words for the person who waits. */
  readonly onProgress?: (line: string) => void;
  /** Milliseconds. */
  readonly now?: () => number;
}

/** A killed build repeats at most this many texts. */
const BATCH = 64;

/**
 * The same embedder, but a passage that was embedded before is not embedded again, and each batch is kept as
 * soon as it is there: a build that is killed goes on where it was. Queries pass through.
 */
export function cachePassages(
  embedder: Embedder,
  { openCache, onProgress = () => undefined, now = Date.now }: CacheOptions,
): Embedder {
  let opened: Promise<EmbeddingCache> | undefined;
  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    async embed(texts, kind) {
      if (kind === 'query') return embedder.embed(texts, kind);
      const cache = await (opened ??= openCache());
      const missing = [...new Set(texts)].filter((text) => !cache.get(text));
      const progress = openEmbeddingProgress(texts, missing, embedder.id, onProgress, now);
      // Texts of like length together: a model fills up the shorter ones of a batch.
      missing.sort((a, b) => a.length - b.length);
      for (let start = 0; start < missing.length; start += BATCH) {
        const batch = missing.slice(start, start + BATCH);
        await cache.add(batch, await embedder.embed(batch, kind));
        progress(batch);
      }
      return texts.map((text) => cache.get(text) ?? new Float32Array(embedder.dimensions));
    },
  };
}
