import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import {
  EmbedderMismatchError,
  openSearch,
  SearchIndexError,
  vectorFileName,
  type Embedder,
  type Search,
  type SemanticSide,
} from '../../core/search/index.ts';
import { readVectors } from './vector-file.ts';

/**
 * Opens the index in a folder. With `embedder` a language that has vectors is searched by meaning as well;
 * without vectors, or without `embedder`, words alone are compared, and each answer's `mode` says so.
 * @throws {EmbedderMismatchError} when another model made the vectors.
 * @throws {SearchIndexError} when a file of the index is missing or broken.
 */
export async function openSearchFolder(folder: string, embedder?: Embedder): Promise<Search> {
  const semantic: Partial<Record<Language, SemanticSide>> = {};
  for (const lang of embedder ? LANGUAGES : []) {
    const vectors = await readVectors(path.join(folder, vectorFileName(lang)));
    if (!vectors || !embedder) continue;
    if (vectors.model !== embedder.id) throw new EmbedderMismatchError(vectors.model, embedder.id);
    semantic[lang] = { embedder, vectors };
  }
  const search = openSearch({ load: (name) => readPart(folder, name), semantic });
  // A broken index is found at the start, not by the first reader.
  for (const lang of LANGUAGES) await search.search({ query: '', lang, passages: false });
  return search;
}

/** The text of a file of an index. @throws {SearchIndexError} when it is missing. */
export async function readPart(folder: string, name: string): Promise<string> {
  try {
    return await readFile(path.join(folder, path.basename(name)), 'utf8');
  } catch (cause) {
    throw new SearchIndexError(`The search index has no file ${name}. Build the site again.`, { cause });
  }
}
