import type { Embedder } from './embedder.ts';

/**
 * Compares texts by the topics that they mention: one dimension for each list of words, plus one that
 * keeps every vector from being zero.
 */
export function fakeEmbedder(id: string, topics: readonly (readonly string[])[]): Embedder {
  return {
    id,
    dimensions: topics.length + 1,
    embed: (texts) =>
      Promise.resolve(
        texts.map((text) => {
          const hits = topics.map((words) =>
            words.some((word) => text.toLowerCase().includes(word)) ? 1 : 0,
          );
          const vector = Float32Array.of(...hits, 0.1);
          const length = Math.hypot(...vector);
          return vector.map((value) => value / length);
        }),
      ),
  };
}
