import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createStaticEmbedder, readStaticModel, type Embedder } from '../../core/search/index.ts';
import { EmbedderError } from './embedder-error.ts';
import { openOpenAiEmbedder } from './openai-embedder.ts';
import { openTransformerEmbedder } from './transformer-embedder.ts';

/** The settings that choose an embedder. */
export interface EmbedderSettings {
  readonly embedder: 'static' | 'transformer' | 'openai' | 'none';
  readonly openai: { readonly apiKey: string; readonly baseUrl: string; readonly embeddingModel: string };
  /** A folder or a name on the hub; default {@link DEFAULT_TRANSFORMER}. */
  readonly transformerModel?: string;
}

export const DEFAULT_TRANSFORMER = 'Xenova/multilingual-e5-small';
/** Where the static model lies, from the top of the repository. */
export const STATIC_MODEL_FILE = 'public/model/static.bin';

/**
 * The embedder that the settings ask for; undefined when they ask for none, or for the static one
 * and the repository at `root` has no model file: search is lexical then, and says so.
 * @throws {EmbedderError} when the one asked for cannot be opened.
 */
export function embedderFromSettings(
  settings: EmbedderSettings,
  root: string,
): Promise<Embedder | undefined> {
  switch (settings.embedder) {
    case 'none':
      return Promise.resolve(undefined);
    case 'static':
      return openStatic(path.join(root, STATIC_MODEL_FILE));
    case 'transformer':
      return openTransformerEmbedder({ model: settings.transformerModel ?? DEFAULT_TRANSFORMER });
    case 'openai': {
      const { apiKey, baseUrl, embeddingModel } = settings.openai;
      return openOpenAiEmbedder({ apiKey, baseUrl, model: embeddingModel });
    }
  }
}

async function openStatic(file: string): Promise<Embedder | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new EmbedderError(`${file} cannot be read.`, { cause });
  }
  return createStaticEmbedder(readStaticModel(bytes));
}
