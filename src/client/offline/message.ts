import { LANGUAGES, type Language } from '../../core/article/browser.ts';

/** What a page asks of the service worker. */
export interface OfflineOrder {
  readonly kind: 'keep';
  readonly lang: Language;
  /** The page that asks: it was shown before the worker could keep it. */
  readonly page: string;
  /** Everything for reading offline, or this page alone. */
  readonly everything: boolean;
}

/** Reads a message that came from a page; undefined when it is no order. */
export function readOrder(data: unknown): OfflineOrder | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, lang, page, everything } = data as Partial<Record<keyof OfflineOrder, unknown>>;
  const language = LANGUAGES.find((known) => known === lang);
  if (kind !== 'keep' || !language || typeof page !== 'string') return undefined;
  return { kind, lang: language, page, everything: everything === true };
}
