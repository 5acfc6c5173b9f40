import type { Language } from '../article/browser.ts';

/** How long it is to wait, in words; from two minutes on in minutes. */
export function sayWait(seconds: number, lang: Language): string {
  const isShort = seconds < 120;
  const count = isShort ? seconds : Math.ceil(seconds / 60);
  if (lang === 'id') return `${count} ${isShort ? 'detik' : 'menit'}`;
  return `${count} ${isShort ? 'second' : 'minute'}${count === 1 ? '' : 's'}`;
}
