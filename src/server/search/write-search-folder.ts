import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES, type Article } from '../../core/article/browser.ts';
import { buildVectorIndex, vectorFileName, type Embedder, type IndexFiles } from '../../core/search/index.ts';
import { writeVectors } from './vector-file.ts';

/** Writes an index into a folder, with the vectors of each language where there is a model for them. */
export async function writeSearchFolder(
  folder: string,
  files: IndexFiles,
  articles: readonly Article[],
  embedder?: Embedder,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  if (!embedder) return;
  for (const lang of LANGUAGES) {
    const vectors = await buildVectorIndex(articles, lang, embedder);
    await writeVectors(path.join(folder, vectorFileName(lang)), vectors);
  }
}
