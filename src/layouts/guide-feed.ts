import type { RSSOptions } from '@astrojs/rss';
import type { Article, Language } from '../core/article/browser.ts';
import { messages, pathOf } from '../i18n/index.ts';

/** A feed reader wants what is new, not the whole shelf. */
const LONGEST_FEED = 50;

/** The feed of one language: guides by date of review, the newest first. */
export function guideFeed(articles: readonly Article[], lang: Language, site: URL | undefined): RSSOptions {
  const t = messages(lang);
  return {
    title: t.siteName,
    description: t.siteLine,
    site: new URL(pathOf('home', lang), site),
    customData: `<language>${lang}</language>`,
    items: articles
      .filter((article) => article.lang === lang)
      .sort((a, b) => b.reviewed.localeCompare(a.reviewed) || a.id.localeCompare(b.id))
      .slice(0, LONGEST_FEED)
      .map(({ id, title, description, reviewed, sector }) => ({
        title,
        description,
        link: pathOf('guide', lang, { id }),
        pubDate: new Date(reviewed),
        categories: [t.sectors[sector].name],
      })),
  };
}
