import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../core/article/browser.ts';
import { createStaticEmbedder, readStaticModel, type IndexFiles } from '../../core/search/index.ts';
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
  const model = bytes && readStaticModel(bytes);
  await writeSearchFolder(folder, files, articles, model && createStaticEmbedder(model));
  if (model) await writeModelShards(folder, model, articles);
  return model !== undefined;
}
