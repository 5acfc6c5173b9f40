import { guideMarkdownPath, guidePath, permalinkPath, type Language } from '../core/article/browser.ts';

/** Every kind of page with its path in each language; `{…}` are parameters. */
export const ROUTES = {
  home: { id: '/', en: '/en/' },
  sector: { id: '/{sector}/', en: '/en/{sector}/' },
  guide: { id: guidePath('{id}', 'id'), en: guidePath('{id}', 'en') },
  guideMarkdown: { id: guideMarkdownPath('{id}', 'id'), en: guideMarkdownPath('{id}', 'en') },
  permalink: { id: permalinkPath('{code}', 'id'), en: permalinkPath('{code}', 'en') },
  services: { id: '/layanan/', en: '/en/services/' },
  service: { id: '/layanan/{slug}/', en: '/en/services/{slug}/' },
  urgent: { id: '/darurat/', en: '/en/urgent/' },
  whoHelps: { id: '/pse-dan-cse/', en: '/en/pse-and-cse/' },
  checkContact: { id: '/cek-kontak/', en: '/en/check-contact/' },
  contact: { id: '/kontak/', en: '/en/contact/' },
  ticket: { id: '/tiket/{token}/', en: '/en/ticket/{token}/' },
  lostLink: { id: '/tiket/', en: '/en/ticket/' },
  privacy: { id: '/privasi/', en: '/en/privacy/' },
  search: { id: '/cari/', en: '/en/search/' },
  diagnosis: { id: '/diagnosa/', en: '/en/diagnose/' },
  widgetDemo: { id: '/widget-demo/', en: '/en/widget-demo/' },
  agents: { id: '/agen/', en: '/en/agents/' },
  offline: { id: '/luring/', en: '/en/offline/' },
  notFound: { id: '/404.html', en: '/en/404/' },
  rss: { id: '/rss.xml', en: '/en/rss.xml' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type Page = keyof typeof ROUTES;

/**
 * The path of a page in a language.
 * @throws {Error} when a parameter of the page is missing: a link with a hole in it is never drawn.
 * @example pathOf('service', 'en', { slug: 'bca' }) // '/en/services/bca/'
 */
export function pathOf(page: Page, lang: Language, params: Readonly<Record<string, string>> = {}): string {
  return ROUTES[page][lang].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`The path of "${page}" needs "${name}".`);
    return value;
  });
}
