import type { Language } from '../core/article/browser.ts';

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const;

/**
 * An ISO date as people write it; `medium` shortens the month.
 * @example formatDate('2026-11-24', 'id') // '24 November 2026'
 */
export function formatDate(isoDate: string, lang: Language, length: 'long' | 'medium' = 'long'): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: length, timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );
}

/** The ISO date that lies a number of days later. */
export function addDays(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
