import type { Article, Language } from '../article/browser.ts';
import { EmbedderMismatchError, type Embedder } from './embedder.ts';
import { compareGuides, nameGuides } from './guide-order.ts';

/** What the guides of one language are about, a vector for each. */
export interface VectorIndex {
  readonly lang: Language;
  /** {@link Embedder.id} of the model that made the vectors. */
  readonly model: string;
  readonly dimensions: number;
  /** Says which guides, in which order; the same as in the manifest of the index. */
  readonly guides: string;
  /** How many guides there are. */
  readonly count: number;
  /** What 1 is stored as: as much as lets the largest number fit. */
  readonly quantum: number;
  /** The vectors in index order, each number as round({@link quantum} × value) of a vector of length 1 or less. */
  readonly values: Int8Array;
}

const LARGEST_STORED = 127;

/** The description says all of a problem in a sentence; the other texts are each a part or a way to put it. */
const DESCRIPTION_WEIGHT = 3;

/**
 * Embeds title, description, asks and symptoms of each guide of a language; the guide's vector is
 * their weighted mean, so that a similarity is the mean of the similarities of its texts. The mean is not
 * brought to length 1: that would lift guides with many unlike texts above the short and plain ones. One
 * vector finds guides better than the nearest of many, because a guide with many texts is near to
 * everything, and it takes a browser a twenty-fifth of the bytes.
 */
export async function buildVectorIndex(
  articles: readonly Article[],
  lang: Language,
  embedder: Embedder,
): Promise<VectorIndex> {
  const guides = articles.filter((article) => article.lang === lang).sort(compareGuides);
  const texts = guides.map((guide) => [
    guide.description,
    guide.title,
    ...guide.asks,
    ...guide.symptoms.map(({ text }) => text),
  ]);
  const vectors = await embedder.embed(texts.flat(), 'passage');
  const means = new Float32Array(guides.length * embedder.dimensions);
  let start = 0;
  for (const [row, { length }] of texts.entries()) {
    means.set(average(vectors.slice(start, start + length)), row * embedder.dimensions);
    start += length;
  }
  const quantum = LARGEST_STORED / (means.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1);
  return {
    lang,
    model: embedder.id,
    dimensions: embedder.dimensions,
    guides: nameGuides(guides),
    count: guides.length,
    quantum,
    values: Int8Array.from(means, (value) => Math.round(value * quantum)),
  };
}

/** The first vector is that of the description. */
function average(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0);
  const total = vectors.length - 1 + DESCRIPTION_WEIGHT;
  for (const [place, vector] of vectors.entries()) {
    const share = (place === 0 ? DESCRIPTION_WEIGHT : 1) / total;
    for (const [index, value] of vector.entries()) mean[index] = (mean[index] ?? 0) + share * value;
  }
  return mean;
}

/** A guide by its number in the index, with its similarity to the query, −1–1. */
export interface SimilarDocument {
  readonly document: number;
  readonly similarity: number;
}

/**
 * All guides by their similarity to the query, nearest first; ties keep index order.
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
  const guides = Array.from({ length: index.count }, (_, document) => ({
    document,
    similarity: innerProduct(vector, index.values, document * index.dimensions) / index.quantum,
  }));
  return guides.sort((a, b) => b.similarity - a.similarity);
}

function innerProduct(vector: Float32Array, values: Int8Array, start: number): number {
  let sum = 0;
  for (let index = 0; index < vector.length; index++)
    sum += (vector[index] ?? 0) * (values[start + index] ?? 0);
  return sum;
}
