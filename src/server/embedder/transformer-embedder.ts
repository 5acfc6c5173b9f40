import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Embedder, TextKind } from '../../core/search/index.ts';
import { describeCause } from './describe-cause.ts';
import { EmbedderError } from './embedder-error.ts';
import { patientFetch } from './patient-fetch.ts';

export interface TransformerOptions {
  /** A folder with config.json, tokenizer.json and onnx/, or a model's name on the hub. */
  readonly model: string;
  /**
   * Weights to load: q8 is a quarter of the size at nearly the same quality; fp32 is the original. Default q8,
   * or fp32 for a folder that has nothing else.
   */
  readonly weights?: 'q8' | 'fp32';
  /** The address that models are fetched from by name; default the public hub. */
  readonly hub?: string;
  /** The folder that keeps fetched models; default the library's own. */
  readonly keepIn?: string;
  /** Milliseconds without a byte after which the hub is taken for gone. Default 30,000. */
  readonly silenceMs?: number;
}

/** The e5 family is trained with these; other models are not. */
const E5_PREFIXES: Readonly<Record<TextKind, string>> = { query: 'query: ', passage: 'passage: ' };
const BATCH = 16;
const SILENCE_MS = 30_000;
const PUBLIC_HUB = 'https://huggingface.co';
const FILES = { q8: 'onnx/model_quantized.onnx', fp32: 'onnx/model.onnx' } as const;

/**
 * Opens a feature-extraction model with transformers.js: mean pooling, vectors of length 1. A folder
 * is read from disk and nothing is fetched; a name is downloaded once and kept.
 * @throws {EmbedderError} when the library or the model cannot be loaded.
 */
export async function openTransformerEmbedder(options: TransformerOptions): Promise<Embedder> {
  const { model } = options;
  const isFolder = path.isAbsolute(model) || model.startsWith('.') || existsSync(model);
  const weights = options.weights ?? (isFolder ? chooseWeights(model) : 'q8');
  const extract = isFolder ? await loadFolder(model, weights) : await loadByName(options, weights);
  const embed = async (texts: readonly string[]): Promise<number[][]> => {
    const output = await extract([...texts], { pooling: 'mean', normalize: true });
    return output.tolist() as number[][];
  };
  const prefixes = /\be5\b/i.test(path.basename(model)) ? E5_PREFIXES : { query: '', passage: '' };
  const dimensions = (await embed(['.']))[0]?.length ?? 0;

  return {
    id: `transformer:${isFolder ? await nameFolder(model, weights) : model}:${weights}`,
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

function chooseWeights(folder: string): 'q8' | 'fp32' {
  const has = (weights: 'q8' | 'fp32') => existsSync(path.join(folder, FILES[weights]));
  return has('fp32') && !has('q8') ? 'fp32' : 'q8';
}

/** The folder's name and what is in it: another model in a folder of the same name is another model. */
async function nameFolder(folder: string, weights: 'q8' | 'fp32'): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['tokenizer.json', FILES[weights]]) {
    hash.update(await readFile(path.join(folder, name)));
  }
  return `${path.basename(path.resolve(folder))}@${hash.digest('hex').slice(0, 12)}`;
}

async function loadFolder(folder: string, weights: 'q8' | 'fp32') {
  try {
    const { pipeline, env } = await importLibrary();
    env.allowLocalModels = true;
    env.allowRemoteModels = false;
    env.localModelPath = path.dirname(path.resolve(folder));
    return await pipeline('feature-extraction', path.basename(path.resolve(folder)), { dtype: weights });
  } catch (cause) {
    throw new EmbedderError(
      `The model in ${folder} cannot be loaded (${describeCause(cause)}). ` +
        `It needs config.json, tokenizer.json, tokenizer_config.json and ${FILES[weights]}.`,
      { cause },
    );
  }
}

async function loadByName(options: TransformerOptions, weights: 'q8' | 'fp32') {
  const { model, hub = PUBLIC_HUB, keepIn, silenceMs = SILENCE_MS } = options;
  try {
    const { pipeline, env } = await importLibrary();
    env.allowLocalModels = false;
    env.allowRemoteModels = true;
    env.remoteHost = `${hub}/`;
    env.fetch = patientFetch(silenceMs);
    // The library would keep models inside node_modules, where the next installation removes them.
    if (keepIn !== undefined) env.cacheDir = keepIn;
    return await pipeline('feature-extraction', model, { dtype: weights });
  } catch (cause) {
    throw new EmbedderError(
      `The model "${model}" cannot be had from ${hub} (${describeCause(cause)}). Try again later, or set ` +
        'PANDU_TRANSFORMER_HUB to a mirror, PANDU_TRANSFORMER_MODEL to a folder that has the model, ' +
        'or PANDU_EMBEDDER_FALLBACK=static to go on with the model of the repository.',
      { cause },
    );
  }
}

/** 430 MB of runtimes stay unread until somebody asks for this embedder. */
function importLibrary() {
  return import('@xenova/transformers');
}
