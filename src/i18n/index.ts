import type { Language } from '../core/article/browser.ts';
import { en } from './en.ts';
import { id, type Messages } from './id.ts';

export * from './routes.ts';
export * from './date.ts';
export type { Messages };

const MESSAGES: Readonly<Record<Language, Messages>> = { id, en };

/** The words of the interface in a language. */
export function messages(lang: Language): Messages {
  return MESSAGES[lang];
}

/** The language that the switch leads to. */
export function otherLanguage(lang: Language): Language {
  return lang === 'id' ? 'en' : 'id';
}
