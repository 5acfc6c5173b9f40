import { digitsOf, type Token } from './message-token.ts';
import { labelsAfter, labelsBefore } from './number-label.ts';
import type { PersonalSpan } from './personal-data.ts';

const MONTH =
  'januari|jan|january|februari|feb|february|pebruari|maret|mar|mrt|march|april|apr|mei|may|juni|jun|june|juli|jul|july|agustus|agt|agu|agst|aug|august|september|sept|sep|oktober|okt|oct|october|november|nov|nopember|nop|desember|des|dec|december';
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:19|20)?\d{2}`;
const DATES = new RegExp(
  [
    String.raw`\b\d{1,2} ?[-/. ] ?\d{1,2} ?[-/. ] ?${YEAR}\b`,
    String.raw`\b(?:19|20)\d{2} ?[-/. ] ?\d{1,2} ?[-/. ] ?\d{1,2}\b`,
    String.raw`\b(?:19|20)\d{2}[-/ ](?:${MONTH})[-/ ]\d{1,2}\b`,
    String.raw`\b${DAY}[-/ .]{0,2}(?:of )?(?:${MONTH})[-/ ,.']{0,2}${YEAR}\b`,
    String.raw`\b(?:${MONTH}) ${DAY},? ?(?:19|20)\d{2}\b`,
    String.raw`\b[0-3]\d[01]\d(?:19|20)\d{2}\b`,
    String.raw`(?<!\p{L})\p{L}{3,10}(?: (?:belas|puluh(?: \p{L}{3,8})?))? (?:${MONTH}) (?:19|20)\d{2}\b`,
  ].join('|'),
  'giu',
);
/** Dates that count only where the label stands right before: without a year, or without marks. */
const SHORT_DATES = new RegExp(
  String.raw`\b(?:${DAY} (?:${MONTH})|(?:${MONTH}) (?:19|20)\d{2}|[0-3]\d[01]\d\d{2}|\d{1,2} bulan \d{1,2} (?:tahun|thn|th) (?:19|20)?\d{2})\b`,
  'giu',
);
/** Words between the label and the date: "lahir di kota …, 5 Mei 1990". */
const REACH = { before: 6, after: 3, short: 1 } as const;
/** Events that people write to a help desk about are younger than people. */
const OLD = { from: 1925, to: 2010 } as const;
/** Words between "ultah" and a date that say whose birthday it is: shops have theirs too. */
const OWN = /^(?:ultah\p{L}*|saya|sy|aku|gue|gw|gua|ku|tgl|tanggal|tahunku|birthday|on|is)$/u;
/** The newest birthday that people celebrate, and the newest birth date that its name stands far from. */
const LAST_YEAR = 2022;
/** Words that a recent date belongs to, however near the name of a birth date is. */
const EVENT =
  /^(?:\p{L}{0,3}lapor\p{L}*|\p{L}{0,3}daftar\p{L}*|\p{L}{0,3}bayar\p{L}*|\p{L}{0,3}kirim\p{L}*|\p{L}{0,3}aju\p{L}*|\p{L}{0,3}urus\p{L}*|pesan|beli|transaksi|update|kejadian|sejak|per|datang|submitted|since|reported|updated)$/u;
const NEAR_EVENT = 4;
/** Characters between a wrong and a right birth date. */
const MOST_BETWEEN = 40;
/** Where one of these is said, an old date is somebody's birth date. */
const OF_A_PERSON = /(?<!\p{L})(?:nik|ktp|kk|ibu kandung|paspor|passport|umur)(?!\p{L})/iu;
/** Children's dates are younger. */
const OF_A_CHILD = /(?<!\p{L})(?:anak|bayi|balita|putra|putri|child|baby|son|daughter)(?:ku|nya)?(?!\p{L})/iu;
const OF_A_BIRTH =
  /(?<!\p{L})(?:(?:tgl ?)?la?hi?r\p{L}{0,4}|lair|ttl|dob|born|birth\p{L}{0,6}|bday|ultah\p{L}{0,3}|b-day|kelahiran|ulang tahun\p{L}{0,3})(?!\p{L})/iu;

/** Dates that something says are a birth date. */
export function findBirthDates(text: string, tokens: readonly Token[]): PersonalSpan[] {
  if (!/\d/.test(text)) return [];
  const starts = new Map(tokens.map(({ start }, at) => [start, at]));
  const ends = new Map(tokens.map(({ end }, at) => [end, at]));
  const isOfBirth = OF_A_BIRTH.test(text);
  const isOfPerson = isOfBirth || OF_A_PERSON.test(text);
  const newest = OF_A_CHILD.test(text) ? LAST_YEAR : OLD.to;
  const dates = [...text.matchAll(DATES)];
  const spans: PersonalSpan[] = [];
  for (const { 0: date, index } of dates) {
    const first = starts.get(index) ?? 0;
    const year = yearOf(date);
    const isOnly = isOfBirth && dates.length === 1 && year !== undefined && year <= LAST_YEAR;
    const isSecond =
      (year ?? LAST_YEAR + 1) <= LAST_YEAR && index - (spans.at(-1)?.end ?? -Infinity) <= MOST_BETWEEN;
    const isOld = isOfPerson && year !== undefined && year >= OLD.from && year <= newest;
    const isNamed =
      isOnly ||
      isSecond ||
      isOld ||
      isNamedBefore(tokens, first, year) ||
      isNamedAfter(tokens, ends.get(index + date.length));
    if (isNamed && !isMonthAlone(tokens[first]))
      spans.push({ start: index, end: index + date.length, kind: 'birthdate' });
  }
  for (const { 0: date, index } of isOfBirth ? text.matchAll(SHORT_DATES) : []) {
    const first = starts.get(index) ?? 0;
    const [label] = labelsBefore(tokens, first);
    const isNear =
      label?.kind === 'birthdate' ? label.distance <= REACH.short : OWN.test(tokens[first - 1]?.text ?? '');
    if (isNear && /^birth/.test(label?.kind ?? ''))
      spans.push({ start: index, end: index + date.length, kind: 'birthdate' });
  }
  return spans;
}

function isNamedBefore(tokens: readonly Token[], first: number, year: number | undefined): boolean {
  const near = tokens.slice(Math.max(0, first - NEAR_EVENT), first);
  if ((year ?? 0) > LAST_YEAR && near.some(({ text }) => EVENT.test(text))) return false;
  return labelsBefore(tokens, first).some(({ kind, distance }, nth) => {
    const isNear = nth === 0 || distance <= REACH.before;
    return isNear && (kind === 'birthdate' || (kind === 'birthday' && (year ?? 0) <= LAST_YEAR));
  });
}

function isNamedAfter(tokens: readonly Token[], last: number | undefined): boolean {
  return (
    last !== undefined &&
    labelsAfter(tokens, last).some(({ kind, distance }) => kind === 'birthdate' && distance <= REACH.after)
  );
}

/** "satu januari 1990" begins with a number word; "lahir januari 1990" does not. */
function isMonthAlone(token: Token | undefined): boolean {
  return token?.kind === 'word' && digitsOf(token) === undefined && !DAY_OR_MONTH.test(token.text);
}

const DAY_OR_MONTH = new RegExp(`^(?:se(?:puluh|belas)|${MONTH})$`, 'iu');

/** The year of a date that gives four digits of it. */
function yearOf(date: string): number | undefined {
  const year = /^(?:19|20)\d\d(?!\d{3})|(?:19|20)\d\d$/.exec(date)?.[0];
  return year === undefined ? undefined : Number(year);
}
