import path from 'node:path';
import type { Embedder } from '../../core/search/index.ts';
import type { Settings } from '../settings/index.ts';
import { cachePassages } from './cached-embedder.ts';
import { openEmbeddingCache } from './embedding-cache.ts';
import { openOpenAiEmbedder } from './openai-embedder.ts';
import { openStaticFile } from './open-static-file.ts';
import { openTransformerEmbedder } from './transformer-embedder.ts';

/** The settings that choose an embedder. */
export type EmbedderSettings = Pick<
  Settings,
  'embedder' | 'openai' | 'transformerModel' | 'transformerHub' | 'embedderFallback'
>;

/**
 * The embedder that the settings ask for; undefined when they ask for none, or for the static one
 * and the repository at `root` has no model file: search is lexical then, and says so. What a large model
 * makes of passages is kept below `.cache/embeddings/`, and `onProgress` hears how far it is.
 * @throws {EmbedderError} when the one asked for cannot be opened.
 */
export async function embedderFromSettings(
  settings: EmbedderSettings,
  root: string,
  onProgress?: (line: string) => void,
): Promise<Embedder | undefined> {
  const keepPassages = (embedder: Embedder, source: string) =>
    cachePassages(embedder, {
      openCache: () =>
        openEmbeddingCache(
          path.join(root, '.cache/embeddings'),
          `${source} ${embedder.id}`,
          embedder.dimensions,
        ),
      ...(onProgress && { onProgress }),
    });
  switch (settings.embedder) {
    case 'none':
      return undefined;
    case 'static':
      return openStaticFile(root);
    case 'transformer': {
      const { transformerModel: model, transformerHub: hub } = settings;
      const keepIn = path.join(root, '.cache/transformers');
      return keepPassages(await openTransformerEmbedder({ model, hub, keepIn }), hub);
    }
    case 'openai': {
      const { apiKey, baseUrl, embeddingModel } = settings.openai;
      return keepPassages(await openOpenAiEmbedder({ apiKey, baseUrl, model: embeddingModel }), baseUrl);
    }
  }
}
