import type { Article, Language } from '../article/browser.ts';
import { EmbedderMismatchError, type Embedder } from './embedder.ts';
import { compareGuides, nameGuides } from './guide-order.ts';
import { readPassages } from './passages.ts';

/** The embedded texts of all guides of one language. */
export interface VectorIndex {
  readonly lang: Language;
  /** {@link Embedder.id} of the model that made the vectors. */
  readonly model: string;
  readonly dimensions: number;
  /** Says which guides, in which order; the same as in the manifest of the index. */
  readonly guides: string;
  /** The number of vectors of each guide, in index order. */
  readonly counts: readonly number[];
  /** All vectors one after the other, each number as round(127 × value) of a vector of length 1. */
  readonly values: Int8Array;
}

const QUANTUM = 127;

/** Embeds title, asks and passages of each guide of a language, each as a text of its own. */
export async function buildVectorIndex(
  articles: readonly Article[],
  lang: Language,
  embedder: Embedder,
): Promise<VectorIndex> {
  const guides = articles.filter((article) => article.lang === lang).sort(compareGuides);
  const texts = guides.map((guide) => [
    guide.title,
    ...guide.asks,
    ...readPassages(guide).map(({ text }) => text),
  ]);
  const vectors = await embedder.embed(texts.flat(), 'passage');
  const values = new Int8Array(vectors.length * embedder.dimensions);
  for (const [row, vector] of vectors.entries()) {
    values.set(quantise(vector), row * embedder.dimensions);
  }
  return {
    lang,
    model: embedder.id,
    dimensions: embedder.dimensions,
    guides: nameGuides(guides),
    counts: texts.map(({ length }) => length),
    values,
  };
}

function quantise(vector: Float32Array): Int8Array {
  const length = Math.hypot(...vector) || 1;
  return Int8Array.from(vector, (value) => Math.round((value / length) * QUANTUM));
}

/** A guide by its number in the index, with its best similarity to the query, −1–1. */
export interface SimilarDocument {
  readonly document: number;
  readonly similarity: number;
}

/**
 * All guides by the similarity of their nearest text to the query, nearest first; ties keep index order.
 * @throws {EmbedderMismatchError} when another model made the vectors.
 */
export async function rankBySimilarity(
  query: string,
  index: VectorIndex,
  embedder: Embedder,
): Promise<SimilarDocument[]> {
  if (index.model !== embedder.id || index.dimensions !== embedder.dimensions) {
    throw new EmbedderMismatchError(index.model, embedder.id);
  }
  const [vector] = await embedder.embed([query], 'query');
  if (!vector) return [];
  let row = 0;
  const guides = index.counts.map((count, document) => {
    let similarity = -1;
    for (const end = row + count; row < end; row++) {
      similarity = Math.max(similarity, innerProduct(vector, index.values, row * index.dimensions));
    }
    return { document, similarity };
  });
  return guides.sort((a, b) => b.similarity - a.similarity);
}

function innerProduct(vector: Float32Array, values: Int8Array, start: number): number {
  let sum = 0;
  for (let index = 0; index < vector.length; index++)
    sum += (vector[index] ?? 0) * (values[start + index] ?? 0);
  return sum / QUANTUM;
}
