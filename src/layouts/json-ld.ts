import type { Article, Language, Service } from '../core/article/browser.ts';
import { messages, pathOf } from '../i18n/index.ts';

/** A page on the way from home. */
export interface Crumb {
  readonly name: string;
  readonly path: string;
}

const CONTEXT = 'https://schema.org';

/** The way from home to a page, the page itself last. */
export function breadcrumbData(lang: Language, trail: readonly Crumb[], site: URL | undefined): object {
  const home = { name: messages(lang).home, path: pathOf('home', lang) };
  return {
    '@context': CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: [home, ...trail].map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path, site),
    })),
  };
}

/** A guide as a how-to with its steps. */
export function howToData(article: Article, minutes: number, site: URL | undefined): object {
  const url = absolute(pathOf('guide', article.lang, { id: article.id }), site);
  return {
    '@context': CONTEXT,
    '@type': 'HowTo',
    name: article.title,
    description: article.description,
    inLanguage: article.lang,
    url,
    dateModified: article.reviewed,
    totalTime: `PT${minutes}M`,
    step: article.steps.map(({ key, action, detail }, index) => ({
      '@type': 'HowToStep',
      position: index + 1,
      name: action.text,
      text: detail.text || action.text,
      url: `${url}#${key}`,
    })),
  };
}

/** A service as an organisation: only its name, its site and who runs it. */
export function serviceData({ name, officialSite, operator }: Service): object {
  return {
    '@context': CONTEXT,
    '@type': 'Organization',
    name,
    url: `https://${officialSite}/`,
    ...(operator ? { parentOrganization: { '@type': 'Organization', name: operator } } : {}),
  };
}

function absolute(path: string, site: URL | undefined): string {
  return new URL(path, site).href;
}
