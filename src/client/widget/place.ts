import { LANGUAGES, SECTORS, type Language, type Sector } from '../../core/article/browser.ts';

/** Where a panel stands: it says what the reader's problem is likely about. */
export interface Place {
  readonly article?: string;
  readonly sector?: Sector;
  readonly service?: string;
}

/** Reads a place from `data-article`, `data-sector` and `data-service`; what is not known is left out. */
export function readPlace({ article, sector, service }: DOMStringMap): Place {
  const known = SECTORS.find((name) => name === sector);
  return {
    ...(article !== undefined && { article }),
    ...(known && { sector: known }),
    ...(service !== undefined && /^[\w-]{1,80}$/.test(service) && { service }),
  };
}

/** The language that is asked for, else Indonesian. */
export function readLanguage(lang: string | undefined): Language {
  return LANGUAGES.find((known) => known === lang?.slice(0, 2).toLowerCase()) ?? LANGUAGES[0];
}
