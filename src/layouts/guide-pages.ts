import type { Language } from '../core/article/browser.ts';
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
