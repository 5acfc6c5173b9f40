import type { Article, Language, Service } from '../core/article/browser.ts';
import { guideFinder, guideView, type GuideView } from './guide-view.ts';
import { siteContent } from './site-content.ts';

/** One page for each guide of a language, as `getStaticPaths` wants it. */
export async function guidePages(
  lang: Language,
): Promise<{ params: { sector: string; slug: string }; props: { view: GuideView } }[]> {
  const content = await siteContent();
  const find = guideFinder(content.articles);
  return content.articles
    .filter((article) => article.lang === lang)
    .map((article) => ({
      params: { sector: article.sector, slug: article.slug },
      props: { view: guideView(article, content, find) },
    }));
}

/** One page for each permalink code of a language; a former name leads to today's guide. */
export async function permalinkPages(
  lang: Language,
): Promise<{ params: { code: string }; props: { article: Article } }[]> {
  const { articles, codes } = await siteContent();
  const find = guideFinder(articles);
  return [...codes].flatMap(([code, id]) => {
    const article = find(id, lang);
    return article ? [{ params: { code }, props: { article } }] : [];
  });
}

/** One markdown file for each guide of a language. */
export async function markdownPages(
  lang: Language,
): Promise<{ params: { sector: string; slug: string }; props: { article: Article } }[]> {
  const { articles } = await siteContent();
  return articles
    .filter((article) => article.lang === lang)
    .map((article) => ({ params: { sector: article.sector, slug: article.slug }, props: { article } }));
}

/** One page for each service. */
export async function servicePages(): Promise<{ params: { slug: string }; props: { service: Service } }[]> {
  const { services } = await siteContent();
  return services.map((service) => ({ params: { slug: service.slug }, props: { service } }));
}
