import type { Language } from '../article/browser.ts';
import { EmbedderMismatchError } from './embedder.ts';
import type { ModelIndex } from './model-shard.ts';
import type { LoadBytes } from './near-vectors.ts';
import type { SemanticSide } from './retrieve.ts';
import { createShardedEmbedder } from './sharded-embedder.ts';
import { openVectorBytes } from './vector-bytes.ts';

/** The name of a language's vectors within the folder of an index. */
export function vectorFileName(lang: Language): string {
  return `${lang}.vectors`;
}

/** The folder of the static model's shards within the folder of an index. */
export const MODEL_FOLDER = 'model';

/**
 * Opens the semantic side of a language from the files of an index, as a browser does: the first file of the
 * vectors now, and with a query the shards of vectors and of the model that it needs. `load` gives the bytes of a file.
 * @throws {EmbedderMismatchError} when the vectors were made by another model than the shards.
 * @throws {SearchIndexError} when the vectors are broken.
 */
export async function openSemanticSide(lang: Language, load: LoadBytes): Promise<SemanticSide> {
  const [vectorBytes, indexBytes] = await Promise.all([
    load(vectorFileName(lang)),
    load(`${MODEL_FOLDER}/index.json`),
  ]);
  const vectors = openVectorBytes(vectorBytes, vectorFileName(lang), load);
  // Written by `writeModelShards`, beside the vectors.
  const index = JSON.parse(new TextDecoder().decode(indexBytes)) as ModelIndex;
  if (index.id !== vectors.model) throw new EmbedderMismatchError(vectors.model, index.id);
  return { vectors, embedder: createShardedEmbedder(index, (shard) => load(`${MODEL_FOLDER}/${shard}.bin`)) };
}
