import type { APIRoute, GetStaticPaths } from 'astro';
import type { ReadingList } from '../../client/offline/browser.ts';
import { LANGUAGES, SECTORS, type Language } from '../../core/article/browser.ts';
import { pathOf } from '../../i18n/index.ts';
import { siteContent } from '../../layouts/site-content.ts';

export const prerender = true;

export const getStaticPaths = (() =>
  LANGUAGES.map((lang) => ({ params: { lang }, props: { lang } }))) satisfies GetStaticPaths;

/** The pages of a language that a browser keeps for reading offline, the most needed first. */
export const GET: APIRoute<{ lang: Language }> = async ({ props: { lang } }) => {
  const { articles } = await siteContent();
  const guides = articles
    .filter((article) => article.lang === lang)
    .map(({ id }) => pathOf('guide', lang, { id }));
  const general = (
    ['home', 'urgent', 'diagnosis', 'search', 'whoHelps', 'checkContact', 'services'] as const
  ).map((page) => pathOf(page, lang));
  const sectors = SECTORS.map((sector) => pathOf('sector', lang, { sector }));
  const list: ReadingList = { pages: [...general, ...sectors, ...guides] };
  return new Response(JSON.stringify(list), { headers: { 'content-type': 'application/json' } });
};
