import { LANGUAGES, type Language } from '../../core/article/browser.ts';

/** Where the inbox keeps it, too: one choice for all that agents see. */
const KEY = 'pandu.inbox.lang';

/** The language of the address, else the one that this device keeps, else Indonesian. */
export function readLanguage(search: string, store: () => Pick<Storage, 'getItem'>): Language {
  const asked = new URLSearchParams(search).get('lang');
  return LANGUAGES.find((one) => one === asked) ?? LANGUAGES.find((one) => one === kept(store)) ?? 'id';
}

export function keepLanguage(lang: Language, store: () => Pick<Storage, 'setItem'>): void {
  try {
    store().setItem(KEY, lang);
  } catch {
    // Storage is forbidden or full: it is chosen again on the next page.
  }
}

function kept(store: () => Pick<Storage, 'getItem'>): string | null {
  try {
    return store().getItem(KEY);
  } catch {
    // Storage is forbidden: nothing is remembered.
    return null;
  }
}
