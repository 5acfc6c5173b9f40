import type { Language } from '../core/article/browser.ts';
import { LANGUAGES } from '../core/article/browser.ts';
import { pathOf } from '../i18n/index.ts';

/** One page of a kind, in a language. */
export interface PageKind {
  readonly name: string;
  readonly lang: Language;
  readonly path: string;
}

/** A guide with danger, conditions, services and neighbours. */
export const GUIDE = 'banking/otp-not-received';

/** A page of every kind that a reader meets, in both languages. */
export const PAGE_KINDS: readonly PageKind[] = LANGUAGES.flatMap((lang) =>
  Object.entries({
    home: pathOf('home', lang),
    sector: pathOf('sector', lang, { sector: 'banking' }),
    guide: pathOf('guide', lang, { id: GUIDE }),
    search: `${pathOf('search', lang)}?q=otp`,
    'empty search': pathOf('search', lang),
    services: pathOf('services', lang),
    service: pathOf('service', lang, { slug: 'bca' }),
    urgent: pathOf('urgent', lang),
    'who helps': pathOf('whoHelps', lang),
    'check contact': pathOf('checkContact', lang),
    agents: pathOf('agents', lang),
    privacy: pathOf('privacy', lang),
    diagnosis: pathOf('diagnosis', lang),
    'a question': `${pathOf('diagnosis', lang)}?q=otp+ga+masuk`,
    'not found': `${pathOf('home', lang)}no-such-page/`,
    offline: pathOf('offline', lang),
  }).map(([name, path]) => ({ name, lang, path })),
);

/** What a browser says when it is given the page for an address that leads nowhere. */
export const NOT_FOUND = /404 \(Not Found\)/;
