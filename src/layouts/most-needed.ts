import { SECTORS, type Article, type Language, type Sector } from '../core/article/browser.ts';

/** The guides of one sector in one language, the most needed first. */
export interface SectorGuides {
  readonly sector: Sector;
  readonly guides: readonly Article[];
}

// Hundreds of pages show the same order; one sorting of thousands of titles is enough for all of them.
const sorted = new WeakMap<readonly Article[], Map<Language, readonly SectorGuides[]>>();

/**
 * Each sector with its guides in one language. Without a count of visits, a guide is as needed as
 * the number of guides that name it as a neighbour; equals keep the order of their titles.
 */
export function guidesBySector(articles: readonly Article[], lang: Language): readonly SectorGuides[] {
  const known = sorted.get(articles) ?? new Map<Language, readonly SectorGuides[]>();
  sorted.set(articles, known);
  const guides = known.get(lang) ?? sortBySector(articles, lang);
  known.set(lang, guides);
  return guides;
}

function sortBySector(articles: readonly Article[], lang: Language): readonly SectorGuides[] {
  const inLanguage = articles.filter((article) => article.lang === lang);
  const named = new Map<string, number>();
  for (const id of inLanguage.flatMap(({ related }) => related)) named.set(id, (named.get(id) ?? 0) + 1);
  const need = ({ id }: Article) => named.get(id) ?? 0;
  return SECTORS.map((sector) => ({
    sector,
    guides: inLanguage
      .filter((article) => article.sector === sector)
      .sort((a, b) => need(b) - need(a) || a.title.localeCompare(b.title, lang)),
  }));
}
