import { LANGUAGES, type Article, type Language, type Service } from '../../core/article/browser.ts';
import {
  buildSearchIndex,
  buildVectorIndex,
  loadFrom,
  openSearch,
  type Embedder,
  type IndexFiles,
  type Search,
  type SearchParts,
  type SemanticSide,
} from '../../core/search/index.ts';
import type { Lexicons } from '../search/index.ts';

/** What a search is made of. */
export interface SearchInput {
  readonly articles: readonly Article[];
  readonly services?: readonly Service[];
  readonly lexicons: Lexicons;
  readonly embedder?: Embedder;
}

/** The search that is evaluated: with meanings where there is an embedder, and with all parts unless some are taken away. */
export async function openWhole(input: SearchInput, parts: SearchParts = {}): Promise<Search> {
  const { embedder } = input;
  const load = loadIndex(input, parts);
  if (!embedder) return openSearch({ load });
  const articles =
    parts.asks === false ? input.articles.map((article) => ({ ...article, asks: [] })) : input.articles;
  const semantic: Partial<Record<Language, SemanticSide>> = {};
  for (const lang of LANGUAGES)
    semantic[lang] = { embedder, vectors: await buildVectorIndex(articles, lang, embedder) };
  return openSearch({ load, semantic });
}

function loadIndex({ articles, services = [], lexicons }: SearchInput, parts: SearchParts) {
  const files = LANGUAGES.map((lang) =>
    buildSearchIndex(articles, lang, lexicons[lang], { services, parts }),
  );
  // Each language's files begin with its name, so none meets another.
  return loadFrom(Object.assign({}, ...files) as IndexFiles);
}
