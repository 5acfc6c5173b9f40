import type { Language } from '../../core/article/browser.ts';

/**
 * A moment (ISO 8601) as readers are told it, in western Indonesian time, by which the desk works. '' when it is none.
 * @example writeMoment('2026-11-27T07:00:00Z', 'id') // 'Jumat, 27 November 2026 pukul 14.00 WIB'
 */
export function writeMoment(moment: string, lang: Language, style: 'full' | 'medium' = 'full'): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  const written = new Intl.DateTimeFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
    dateStyle: style,
    timeStyle: 'short',
    timeZone: 'Asia/Jakarta',
  }).format(date);
  return `${written} WIB`;
}
