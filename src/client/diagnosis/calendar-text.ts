import type { Language } from '../../core/article/browser.ts';
import type { CalendarDate, Deadline } from '../../core/ladder/browser.ts';
import { fillIn } from '../markup/browser.ts';
import type { LadderWords } from './ladder-words.ts';

/** A day as a reader writes it, with its weekday. */
export function writeDate(date: CalendarDate, lang: Language): string {
  return new Intl.DateTimeFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date));
}

/** A limit in words, with what it is counted from. */
export function writeLimit({ limit, from }: Deadline, words: LadderWords, lang: Language): string {
  const { amount, unit } = limit;
  return fillIn(words.limit[lang], { amount, unit: words.units[unit][lang], from: words.from[from][lang] });
}
