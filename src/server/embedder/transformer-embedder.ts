import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Embedder, TextKind } from '../../core/search/index.ts';
import { EmbedderError } from './embedder-error.ts';

export interface TransformerOptions {
  /** A folder with config.json, tokenizer.json and onnx/, or a model's name on the hub. */
  readonly model: string;
  /** Weights to load: q8 is a quarter of the size at nearly the same quality; fp32 is the original. Default q8. */
  readonly weights?: 'q8' | 'fp32';
}

/** The e5 family is trained with these; other models are not. */
const E5_PREFIXES: Readonly<Record<TextKind, string>> = { query: 'query: ', passage: 'passage: ' };
const BATCH = 16;

/**
 * Opens a feature-extraction model with transformers.js: mean pooling, vectors of length 1. A folder
 * is read from disk and nothing is fetched; a name is downloaded once into the library's cache.
 * @throws {EmbedderError} when the library or the model cannot be loaded.
 */
export async function openTransformerEmbedder({
  model,
  weights = 'q8',
}: TransformerOptions): Promise<Embedder> {
  const extract = await load(model, weights);
  const embed = async (texts: readonly string[]): Promise<number[][]> => {
    const output = await extract([...texts], { pooling: 'mean', normalize: true });
    return output.tolist() as number[][];
  };
  const prefixes = /\be5\b/i.test(path.basename(model)) ? E5_PREFIXES : { query: '', passage: '' };
  const dimensions = (await embed(['.']))[0]?.length ?? 0;

  return {
    id: `transformer:${path.basename(model)}:${weights}`,
    dimensions,
    async embed(texts, kind) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += BATCH) {
        const batch = texts.slice(start, start + BATCH).map((text) => prefixes[kind] + text);
        vectors.push(...(await embed(batch)).map((vector) => Float32Array.from(vector)));
      }
      return vectors;
    },
  };
}

async function load(model: string, weights: 'q8' | 'fp32') {
  const isFolder = path.isAbsolute(model) || model.startsWith('.') || existsSync(model);
  try {
    // 430 MB of runtimes stay unread until somebody asks for this embedder.
    const { pipeline, env } = await import('@xenova/transformers');
    env.allowLocalModels = true;
    env.allowRemoteModels = !isFolder;
    if (isFolder) env.localModelPath = path.dirname(path.resolve(model));
    return await pipeline('feature-extraction', isFolder ? path.basename(model) : model, { dtype: weights });
  } catch (cause) {
    throw new EmbedderError(
      isFolder
        ? `The model in ${model} cannot be loaded. It needs config.json, tokenizer.json, tokenizer_config.json and onnx/${weights === 'q8' ? 'model_quantized' : 'model'}.onnx.`
        : `The model "${model}" cannot be loaded. Without a network, give the path of a folder that has it, or set PANDU_EMBEDDER=none.`,
      { cause },
    );
  }
}
