import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES, type Article } from '../../core/article/browser.ts';
import {
  createStaticEmbedder,
  embedGuides,
  MOST_FLAT_GUIDES,
  readStaticModel,
  roundVectors,
  vectorFileName,
  writeVectorBytes,
  writeVectorLists,
  type GuideVectors,
  type IndexFiles,
} from '../../core/search/index.ts';
import { STATIC_MODEL_FILE } from '../embedder/index.ts';
import { writeModelShards } from './write-model-shards.ts';
import { writeSearchFolder } from './write-search-folder.ts';

/**
 * Writes an index for browsers: with the vectors and the rows of the static model, which is the one that a
 * browser can embed with. Gives whether the repository at `root` has that model; without it, words alone
 * are compared.
 */
export async function writeBrowserSearch(
  folder: string,
  files: IndexFiles,
  articles: readonly Article[],
  root: string,
): Promise<boolean> {
  const bytes = await readFile(path.join(root, STATIC_MODEL_FILE)).catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  });
  await writeSearchFolder(folder, files, articles);
  if (!bytes) return false;
  const model = readStaticModel(bytes);
  const embedder = createStaticEmbedder(model);
  for (const lang of LANGUAGES) {
    const vectors = drawBrowserVectors(await embedGuides(articles, lang, embedder));
    for (const [name, file] of vectors) await writeFile(path.join(folder, name), file);
  }
  await writeModelShards(folder, model, articles);
  return true;
}

/** The vectors of a language as files for browsers: one for few guides; for many, lists of which a query fetches a few. */
export function drawBrowserVectors(vectors: GuideVectors): ReadonlyMap<string, Uint8Array> {
  const name = vectorFileName(vectors.lang);
  if (vectors.count <= MOST_FLAT_GUIDES) return new Map([[name, writeVectorBytes(roundVectors(vectors))]]);
  const { door, shards } = writeVectorLists(vectors);
  return new Map([...shards, [name, door]]);
}
