import type { Language } from '../core/article/browser.ts';

const FORMATS = {
  id: new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
} as const;

/** An ISO date as people write it. @example formatDate('2026-11-24', 'id') // '24 November 2026' */
export function formatDate(isoDate: string, lang: Language): string {
  return FORMATS[lang].format(new Date(`${isoDate}T00:00:00Z`));
}

/** The ISO date that lies a number of days later. */
export function addDays(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
