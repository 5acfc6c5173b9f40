import type { Language } from '../../core/article/browser.ts';
import type { DeskTicket } from '../../core/ticket/browser.ts';

const MINUTE_MS = 60_000;
const UNITS = [
  { unit: 'day', ms: 24 * 60 * MINUTE_MS },
  { unit: 'hour', ms: 60 * MINUTE_MS },
  { unit: 'minute', ms: MINUTE_MS },
] as const;

/** A span of time in its largest whole unit: "2 jam", "3 days"; less than a minute is ''. */
export function spanWords(ms: number, lang: Language): string {
  const found = UNITS.find((one) => Math.abs(ms) >= one.ms);
  if (!found) return '';
  return formatOf(lang, found.unit).format(Math.floor(Math.abs(ms) / found.ms));
}

/** A format takes long to make, and a list asks for it thousands of times. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(lang: Language, unit: string): Intl.NumberFormat {
  const key = `${lang} ${unit}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' });
  formats.set(key, made);
  return made;
}

/** A sentence with its first letter large: it may begin with a name or with "you". */
export function beginLarge(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A moment by the clock of this device: the time of day, and the day unless it is today. */
export function momentWords(iso: string, now: number, lang: Language): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date(now).toDateString();
  const locale = lang === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...(!isToday && { day: 'numeric', month: 'short' }),
  }).format(at);
}

/** What a ticket is waited for next. */
export interface Deadline {
  readonly kind: 'answer' | 'end';
  readonly at: string;
  /** Negative when it is over. */
  readonly leftMs: number;
}

/** The next deadline of a ticket; undefined when nothing is due. */
export function deadlineOf(
  { status, firstReplyDue, solveDue }: Pick<DeskTicket, 'status' | 'firstReplyDue' | 'solveDue'>,
  now: number,
): Deadline | undefined {
  if (status === 'solved' || status === 'held') return undefined;
  const at = firstReplyDue ?? solveDue;
  if (at === undefined) return undefined;
  return { kind: firstReplyDue === undefined ? 'end' : 'answer', at, leftMs: Date.parse(at) - now };
}
