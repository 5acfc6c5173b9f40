import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTINUATION, LONGEST_WORD, type StaticModel } from '../../core/search/index.ts';
import { writeOnnxGraph } from './onnx-graph.ts';
import { LETTERS } from './vocabulary.ts';

const SPECIAL = ['[PAD]', '[UNK]'] as const;

/**
 * Writes a static model as a folder that transformers.js loads as any feature-extraction model
 * (pooling `mean`, normalised): the vectors are those of `createStaticEmbedder`.
 */
export function writeTransformerFolder(folder: string, model: StaticModel): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const vocabulary = Object.fromEntries([...SPECIAL, ...model.rows.keys()].map((piece, id) => [piece, id]));
  const graph = writeOnnxGraph(model, SPECIAL.length);
  const files = {
    'config.json': JSON.stringify({
      model_type: 'bert',
      hidden_size: model.dimensions,
      vocab_size: SPECIAL.length + model.rows.size,
    }),
    'tokenizer_config.json': JSON.stringify({
      tokenizer_class: 'PreTrainedTokenizer',
      model_max_length: 4096,
      pad_token: '[PAD]',
      unk_token: '[UNK]',
    }),
    'tokenizer.json': JSON.stringify(describeTokenizer(vocabulary)),
    'onnx/model.onnx': graph,
    'onnx/model_quantized.onnx': graph,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}

/** The rules of `splitWords` and `splitPieces`, as the tokenizers library writes them down. */
function describeTokenizer(vocab: Readonly<Record<string, number>>): object {
  const replace = (regex: string, content: string) => ({
    type: 'Replace',
    pattern: { Regex: regex },
    content,
  });
  const elongations = LETTERS.map((letter) => replace(`${letter}{3,}`, letter));
  return {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({
      id,
      content,
      special: true,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
    })),
    normalizer: {
      type: 'Sequence',
      normalizers: [{ type: 'Lowercase' }, { type: 'NFKD' }, replace('\\p{M}', ''), ...elongations],
    },
    pre_tokenizer: {
      type: 'Split',
      pattern: { Regex: '\\p{L}+|\\p{Nd}' },
      behavior: 'Removed',
      invert: true,
    },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      vocab,
      unk_token: '[UNK]',
      continuing_subword_prefix: CONTINUATION,
      max_input_chars_per_word: LONGEST_WORD,
    },
  };
}
