import type { Embedder } from './embedder.ts';
import type { StaticModel } from './static-model.ts';
import { splitPieces, splitWords } from './word-pieces.ts';

/**
 * Embeds with a static model: the sum of the vectors of a text's pieces, brought to length 1.
 * Queries and passages are treated alike. A text without a known piece gives the zero vector,
 * which is equally far from everything.
 */
export function createStaticEmbedder(model: StaticModel): Embedder {
  return {
    id: model.id,
    dimensions: model.dimensions,
    embed: (texts) => Promise.resolve(texts.map((text) => embedText(text, model))),
  };
}

function embedText(text: string, model: StaticModel): Float32Array {
  const sum = new Float32Array(model.dimensions);
  for (const word of splitWords(text)) {
    for (const row of splitPieces(word, (piece) => model.rows.get(piece))) addRow(sum, model, row);
  }
  return toLengthOne(sum);
}

/** Adds the vector of a row to a sum. */
export function addRow(sum: Float32Array, { dimensions, scales, table }: StaticModel, row: number): void {
  const scale = scales[row] ?? 0;
  const start = row * dimensions;
  for (let index = 0; index < dimensions; index++) {
    sum[index] = (sum[index] ?? 0) + scale * (table[start + index] ?? 0);
  }
}

/** The vector at length 1; the zero vector stays what it is. */
export function toLengthOne(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? vector : vector.map((value) => value / length);
}
