import type { Embedder } from './embedder.ts';
import { readWords } from './normalise.ts';
import type { StaticModel } from './static-model.ts';

const WORD_BEGIN = '▁';

/**
 * Embeds with a static model: the sum of the vectors of a text's tokens, brought to length 1.
 * Queries and passages are treated alike. A text without a known token gives the zero vector,
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
  for (const word of readWords(text)) {
    for (const token of splitWord(word.text, model.rows)) {
      const row = model.rows.get(token) ?? 0;
      const scale = model.scales[row] ?? 0;
      const start = row * model.dimensions;
      for (let index = 0; index < sum.length; index++)
        sum[index] = (sum[index] ?? 0) + scale * (model.table[start + index] ?? 0);
    }
  }
  const length = Math.hypot(...sum);
  return length === 0 ? sum : sum.map((value) => value / length);
}

/**
 * The tokens of a normalised word: from the left, each time the longest that the model knows; a
 * letter that begins none is passed over. The first token carries the mark of a word's beginning.
 */
export function splitWord(word: string, known: { has(token: string): boolean }): string[] {
  const tokens: string[] = [];
  let start = 0;
  while (start < word.length) {
    const mark = start === 0 ? WORD_BEGIN : '';
    let end = word.length;
    while (end > start && !known.has(mark + word.slice(start, end))) end--;
    if (end > start) tokens.push(mark + word.slice(start, end));
    start = Math.max(end, start + 1);
  }
  return tokens;
}
