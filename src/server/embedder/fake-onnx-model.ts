import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { valueInfo } from './onnx-value.ts';
import { message, text } from './protobuf.ts';

/** Tokens of the tiny model, with the vector of each. */
export interface TinyModel {
  readonly tokens: readonly string[];
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Writes a real feature-extraction model into `folder`: a word tokenizer and an ONNX graph whose only
 * node looks up a vector for each token. transformers.js loads it as it loads any other.
 */
export async function writeTinyModel(folder: string, { tokens, vectors }: TinyModel): Promise<void> {
  await mkdir(path.join(folder, 'onnx'), { recursive: true });
  const dimensions = vectors[0]?.length ?? 0;
  const files = {
    'config.json': JSON.stringify({ model_type: 'bert', hidden_size: dimensions, vocab_size: tokens.length }),
    'tokenizer_config.json': JSON.stringify({
      tokenizer_class: 'PreTrainedTokenizer',
      model_max_length: 512,
      pad_token: '[PAD]',
    }),
    'tokenizer.json': JSON.stringify(tokenizer(tokens)),
    'onnx/model.onnx': lookUpGraph(vectors.flat(), tokens.length, dimensions),
    'onnx/model_quantized.onnx': lookUpGraph(vectors.flat(), tokens.length, dimensions),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
}

function tokenizer(tokens: readonly string[]) {
  return {
    version: '1.0',
    added_tokens: [
      {
        id: 0,
        content: '[PAD]',
        special: true,
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
      },
    ],
    normalizer: { type: 'Lowercase' },
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
    },
  };
}

const FLOAT = 1;
const INT64 = 7;
const OPSET = 13;
const IR_VERSION = 8;

/** `last_hidden_state = Gather(table, input_ids)` as an ONNX ModelProto. */
function lookUpGraph(values: readonly number[], rows: number, dimensions: number): Uint8Array {
  const raw = new Uint8Array(Float32Array.from(values).buffer);
  const table = message([
    [1, rows],
    [1, dimensions],
    [2, FLOAT],
    [8, text('table')],
    [9, raw],
  ]);
  const node = message([
    [1, text('table')],
    [1, text('input_ids')],
    [2, text('last_hidden_state')],
    [4, text('Gather')],
  ]);
  const graph = message([
    [1, node],
    [2, text('tiny')],
    [5, table],
    [11, valueInfo('input_ids', INT64, ['batch', 'length'])],
    [12, valueInfo('last_hidden_state', FLOAT, ['batch', 'length', dimensions])],
  ]);
  return message([
    [1, IR_VERSION],
    [7, graph],
    [8, message([[2, OPSET]])],
  ]);
}
