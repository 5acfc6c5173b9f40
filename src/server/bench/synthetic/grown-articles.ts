import { readContent, type Article, type ContentFile, type Language } from '../../../core/article/index.ts';
import { growContent } from './grow-content.ts';

/** The guides in a language, with invented ones beside them, `count` in all. @throws {Error} when invented ones are not valid. */
export function readGrownArticles(files: readonly ContentFile[], count: number, lang: Language): Article[] {
  const grown = [...growContent(files, count)];
  const encoder = new TextEncoder();
  const result = readContent([
    ...files,
    ...grown.map(({ path, text }) => ({ path, bytes: encoder.encode(text) })),
  ]);
  if (!result.ok) throw new Error(`The invented guides are not valid: ${result.problems[0]?.problem ?? ''}`);
  return result.content.articles.filter((article) => article.lang === lang);
}
