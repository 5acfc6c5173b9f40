import { LANGUAGES, type Language } from '../core/article/browser.ts';
import { pathOf, type Page } from '../i18n/index.ts';

/** The path of a page in every language. */
export function bothPaths(
  page: Page,
  params: Readonly<Record<string, string>> = {},
): Record<Language, string> {
  return Object.fromEntries(LANGUAGES.map((lang) => [lang, pathOf(page, lang, params)])) as Record<
    Language,
    string
  >;
}
