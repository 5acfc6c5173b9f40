import type { Language } from '../../core/article/browser.ts';

const BASES: Readonly<Record<Language, string>> = { id: '/tiket/', en: '/en/ticket/' };

/** The page of a ticket for its reader; without a token that of those who have lost it. */
export function ticketPath(lang: Language, token?: string): string {
  return token === undefined ? BASES[lang] : `${BASES[lang]}${token}/`;
}
