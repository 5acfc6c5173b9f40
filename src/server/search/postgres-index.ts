import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Language } from '../../core/article/browser.ts';
import { openIndex, vectorFileName, type OpenIndex, type VectorIndex } from '../../core/search/index.ts';
import { readPart } from './open-search-folder.ts';
import { readVectors } from './vector-file.ts';

/** How PostgreSQL's full-text search reads each language. */
export const TEXT_SEARCH: Readonly<Record<Language, string>> = { id: 'indonesian', en: 'english' };

/** Where a build lies that a database is to hold. */
export interface BuiltSearch {
  /** The folder of the index files and vectors. */
  readonly search: string;
  /** The folder of `<lang>/<sector>/<slug>.json`. */
  readonly articles: string;
  /** Names the sources of the build. */
  readonly fingerprint: string;
}

/** The files of one language, open, with the name of what a database must hold for them. */
export interface BuiltLanguage {
  readonly index: OpenIndex;
  readonly vectors: VectorIndex | undefined;
  readonly fingerprint: string;
}

/** Opens the files of one language of a build. @throws {SearchIndexError} when they are missing or broken. */
export async function openBuiltLanguage(built: BuiltSearch, lang: Language): Promise<BuiltLanguage> {
  const index = await openIndex(lang, (name) => readPart(built.search, name));
  const vectors = await readVectors(path.join(built.search, vectorFileName(lang)));
  const facts = [built.fingerprint, index.guides, vectors?.model, vectors?.dimensions];
  const fingerprint = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  return { index, vectors, fingerprint };
}
