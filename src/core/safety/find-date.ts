import { labelsBefore } from './number-label.ts';
import type { Token } from './message-token.ts';
import type { PersonalSpan } from './personal-data.ts';

const MONTH =
  'januari|jan|january|februari|feb|february|maret|mar|march|april|apr|mei|may|juni|jun|june|juli|jul|july|agustus|agt|agu|aug|august|september|sept|sep|oktober|okt|oct|october|november|nov|nopember|desember|des|dec|december';
const DATES = new RegExp(
  [
    String.raw`\b\d{1,2} ?[-/. ] ?\d{1,2} ?[-/. ] ?(?:19|20)?\d{2}\b`,
    String.raw`\b(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?[ -]?(?:of )?(?:${MONTH})[ ,.'-]{0,2}(?:19|20)?\d{2}\b`,
    String.raw`\b(?:${MONTH}) \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)?\d{2}\b`,
    String.raw`\b[0-3]\d[01]\d(?:19|20)\d{2}\b`,
  ].join('|'),
  'giu',
);
/** Words between the label and the date: "lahir di kota …, 5 Mei 1990". */
const REACH = 6;

/** Dates that something says are a birth date. */
export function findBirthDates(text: string, tokens: readonly Token[]): PersonalSpan[] {
  if (!/\d/.test(text)) return [];
  const numberAt = new Map(tokens.map(({ start }, at) => [start, at]));
  return [...text.matchAll(DATES)].flatMap(({ 0: date, index }) => {
    const labels = labelsBefore(tokens, numberAt.get(index) ?? 0);
    const isBirth =
      labels[0]?.kind === 'birthdate' ||
      labels.some(({ kind, distance }) => kind === 'birthdate' && distance <= REACH);
    return isBirth ? [{ start: index, end: index + date.length, kind: 'birthdate' as const }] : [];
  });
}
