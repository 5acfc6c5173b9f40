import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Article } from '../../core/article/browser.ts';
import { openKnowledge, type Knowledge, type KnowledgeData } from '../../core/assistant/index.ts';
import type { Embedder } from '../../core/search/index.ts';
import type { Database } from '../database/index.ts';
import type { AskSearch, ReadArticle } from '../http/index.ts';
import { readFileTable, releaseLayout, type Release } from '../release/index.ts';
import {
  openPostgresSearch,
  openSearchFolder,
  searchWithFallback,
  type BuiltSearch,
} from '../search/index.ts';
import type { AppParts } from './app-parts.ts';
import { openAstroPages } from './astro-pages.ts';
import { openSiteFiles } from './open-site-files.ts';

/** What search has besides the files of the build. */
export interface SearchMeans {
  /** Compares meanings; without it words alone are compared. */
  readonly embedder?: Embedder | undefined;
  /** Holds this build's guides and ranks them in place of the files. */
  readonly database?: Database | undefined;
}

/** What a build made, opened. */
export interface OpenRelease extends Pick<
  AppParts,
  'search' | 'readArticle' | 'resolveCode' | 'files' | 'renderPage'
> {
  /** What conversations are led by, as browsers have it as well. */
  readonly knowledge: Knowledge;
}

/**
 * Opens what a build made: search, articles, permalinks, files and pages.
 * @throws when something of it is missing or broken, before any request.
 */
export async function openRelease(
  { folder, record }: Release,
  siteUrl: string,
  { embedder, database }: SearchMeans,
  onFallback: (reason: unknown) => void,
): Promise<OpenRelease> {
  const layout = releaseLayout(folder);
  const built = { search: layout.search, articles: layout.articles, fingerprint: record.fingerprint };
  const search = await openSearchIn(built, { embedder, database }, onFallback);
  const codes = new Map(Object.entries(codesSchema.parse(JSON.parse(await readFile(layout.codes, 'utf8')))));
  return {
    search,
    readArticle: readArticleFrom(layout.articles),
    // Written by the build from checked content.
    knowledge: openKnowledge(JSON.parse(await readFile(layout.knowledge, 'utf8')) as KnowledgeData),
    resolveCode: (code) => Promise.resolve(codes.get(code)),
    files: openSiteFiles(layout.client, await readFileTable(layout.files)),
    renderPage: await openAstroPages(layout.entry, search, siteUrl),
  };
}

async function openSearchIn(
  built: BuiltSearch,
  { embedder, database }: SearchMeans,
  onFallback: (reason: unknown) => void,
): Promise<AskSearch> {
  const lexical = await openSearchFolder(built.search);
  if (database) {
    return searchWithFallback(await openPostgresSearch(database, built, embedder), lexical, { onFallback });
  }
  if (!embedder) return (request) => lexical.search(request);
  return searchWithFallback(await openSearchFolder(built.search, embedder), lexical, { onFallback });
}

const codesSchema = z.record(z.string(), z.string());

/** A busy server answers with few guides; each is read once. */
const MOST_ARTICLES = 500;

/** Callers give ids of the form `<sector>/<slug>` only, so that the path stays within the folder. */
function readArticleFrom(folder: string): ReadArticle {
  const read = new Map<string, Article>();
  return async (lang, id) => {
    const file = path.join(folder, lang, `${id}.json`);
    const before = read.get(file);
    if (before) return before;
    try {
      // Written by the build from a checked article.
      const article = JSON.parse(await readFile(file, 'utf8')) as Article;
      if (read.size >= MOST_ARTICLES) read.clear();
      read.set(file, article);
      return article;
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
      throw cause;
    }
  };
}
