import { LANGUAGES, type Content } from '../../core/article/browser.ts';
import { buildSearchIndex, type IndexFiles } from '../../core/search/index.ts';
import type { Lexicons } from './load-lexicons.ts';

/** The search index of all languages, as files for a browser or a folder. */
export function buildSearchFiles(
  { articles, services }: Pick<Content, 'articles' | 'services'>,
  lexicons: Lexicons,
): IndexFiles {
  const indexes = LANGUAGES.map((lang) => buildSearchIndex(articles, lang, lexicons[lang], { services }));
  // Each language's files begin with its name, so none meets another.
  return Object.assign({}, ...indexes) as IndexFiles;
}
