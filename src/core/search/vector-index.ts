import type { Article, Language } from '../article/browser.ts';
import { EmbedderMismatchError, type Embedder } from './embedder.ts';
import { compareGuides, nameGuides } from './guide-order.ts';
import type { NearVectors, VectorLists } from './near-vectors.ts';

/** What is said of vectors wherever they lie. */
export interface VectorHead {
  readonly lang: Language;
  /** {@link Embedder.id} of the model that made the vectors. */
  readonly model: string;
  readonly dimensions: number;
  /** Says which guides, in which order; the same as in the manifest of the index. */
  readonly guides: string;
  /** How many guides there are. */
  readonly count: number;
}

/** What the guides of one language are about, a vector for each, all at hand. */
export interface VectorIndex extends VectorHead {
  /** What 1 is stored as: as much as lets the largest number fit. */
  readonly quantum: number;
  /** The vectors in index order, each number as round({@link quantum} × value) of a vector of length 1 or less. */
  readonly values: Int8Array;
}

/** The vectors of the guides in index order, as they were computed. */
export interface GuideVectors extends VectorHead {
  readonly values: Float32Array;
}

const LARGEST_STORED = 127;

/** The description says all of a problem in a sentence; the other texts are each a part or a way to put it. */
const DESCRIPTION_WEIGHT = 3;

/**
 * Embeds title, description, asks and symptoms of each guide of a language; the guide's vector is their
 * weighted mean, so that its similarity to a query is the mean of the similarities of all its passages. The
 * mean is not brought to length 1: that would lift guides with many unlike texts above the short and plain
 * ones. The mean finds guides better than the nearest of many passages, because a guide with many texts is
 * near to everything, and takes a browser a twenty-fifth of the bytes (decision 0013).
 */
export async function embedGuides(
  articles: readonly Article[],
  lang: Language,
  embedder: Embedder,
): Promise<GuideVectors> {
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
  return {
    lang,
    model: embedder.id,
    dimensions: embedder.dimensions,
    guides: nameGuides(guides),
    count: guides.length,
    values: means,
  };
}

/** The vectors of {@link embedGuides} at a byte a number. */
export async function buildVectorIndex(
  articles: readonly Article[],
  lang: Language,
  embedder: Embedder,
): Promise<VectorIndex> {
  return roundVectors(await embedGuides(articles, lang, embedder));
}

/** Brings vectors to a byte a number. */
export function roundVectors({ values, ...head }: GuideVectors): VectorIndex {
  const quantum = LARGEST_STORED / (values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1);
  return { ...head, quantum, values: Int8Array.from(values, (value) => Math.round(value * quantum)) };
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
 * The guides by their similarity to the query, nearest first: all of an index, or those in the lists that
 * promise most. Ties keep index order.
 * @throws {EmbedderMismatchError} when another model made the vectors.
 */
export async function rankBySimilarity(
  query: string,
  vectors: VectorIndex | VectorLists,
  embedder: Embedder,
): Promise<NearVectors> {
  if (vectors.model !== embedder.id || vectors.dimensions !== embedder.dimensions) {
    throw new EmbedderMismatchError(vectors.model, embedder.id);
  }
  const [vector] = await embedder.embed([query], 'query');
  if (!vector) return { found: [], elsewhere: 0 };
  return 'values' in vectors ? { found: rankAll(vector, vectors), elsewhere: 0 } : vectors.nearest(vector);
}

function rankAll(
  query: Float32Array,
  { count, dimensions, quantum, values }: VectorIndex,
): SimilarDocument[] {
  const guides = Array.from({ length: count }, (_, document) => ({
    document,
    similarity: innerProduct(query, values, document * dimensions) / quantum,
  }));
  return guides.sort((a, b) => b.similarity - a.similarity);
}

function innerProduct(vector: Float32Array, values: Int8Array, start: number): number {
  let sum = 0;
  for (let index = 0; index < vector.length; index++)
    sum += (vector[index] ?? 0) * (values[start + index] ?? 0);
  return sum;
}
