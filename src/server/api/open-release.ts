import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Article } from '../../core/article/browser.ts';
import type { Embedder } from '../../core/search/index.ts';
import { readFileTable, releaseLayout, type Release } from '../release/index.ts';
import { openSearchFolder, searchWithFallback } from '../search/index.ts';
import type { AppParts, AskSearch, ReadArticle } from './app-parts.ts';
import { openAstroPages } from './astro-pages.ts';
import { openSiteFiles } from './open-site-files.ts';

/**
 * Opens what a build made: search, articles, permalinks, files and pages.
 * @throws when something of it is missing or broken, before any request.
 */
export async function openRelease(
  { folder }: Release,
  siteUrl: string,
  embedder: Embedder | undefined,
  onFallback: (reason: unknown) => void,
): Promise<Pick<AppParts, 'search' | 'readArticle' | 'resolveCode' | 'files' | 'renderPage'>> {
  const layout = releaseLayout(folder);
  const search = await openSearchIn(layout.search, embedder, onFallback);
  const codes = new Map(Object.entries(codesSchema.parse(JSON.parse(await readFile(layout.codes, 'utf8')))));
  return {
    search,
    readArticle: readArticleFrom(layout.articles),
    resolveCode: (code) => Promise.resolve(codes.get(code)),
    files: openSiteFiles(layout.client, await readFileTable(layout.files)),
    renderPage: await openAstroPages(layout.entry, search, siteUrl),
  };
}

async function openSearchIn(
  folder: string,
  embedder: Embedder | undefined,
  onFallback: (reason: unknown) => void,
): Promise<AskSearch> {
  const lexical = await openSearchFolder(folder);
  if (!embedder) return (request) => lexical.search(request);
  return searchWithFallback(await openSearchFolder(folder, embedder), lexical, { onFallback });
}

const codesSchema = z.record(z.string(), z.string());

/** Callers give ids of the form `<sector>/<slug>` only, so that the path stays within the folder. */
function readArticleFrom(folder: string): ReadArticle {
  return async (lang, id) => {
    try {
      // Written by the build from a checked article.
      return JSON.parse(await readFile(path.join(folder, lang, `${id}.json`), 'utf8')) as Article;
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
      throw cause;
    }
  };
}
