import { classifyByForm, classifyByLabel, isCertainlyCard, isUnmistakable } from './classify-number.ts';
import { findDigitRuns, type DigitRun } from './digit-run.ts';
import { isLabelKind, labelOf, type LabelKind } from './label-words.ts';
import { kindInSeries } from './number-series.ts';
import type { Token } from './message-token.ts';
import { isMeasure, YEAR } from './measure.ts';
import { labelsAfter, labelsBefore, type Label } from './number-label.ts';
import type { PersonalKind, PersonalSpan } from './personal-data.ts';
import { isCut, readMessage, readNumber, type Message, type WrittenNumber } from './written-number.ts';

/** How far, in words, a label may stand from a number that looks like nothing in particular. */
const REACH: Readonly<Partial<Record<LabelKind, number>>> = {
  said: 3,
  given: 2,
  cvv: 6,
  phone: 5,
  dial: 3,
  card: 6,
  account: 7,
  bank: 5,
  holder: 3,
  toward: 0,
};
const REACH_OF_OTHERS = 8;
/** Labels that mean something only before a number. */
const ONLY_BEFORE: ReadonlySet<LabelKind> = new Set(['said', 'given', 'phone', 'dial', 'toward']);
/** Labels after which a number is no further one of the kind before it. */
const ENDS_SERIES: ReadonlySet<LabelKind> = new Set(['other', 'amount', 'dial']);
/** Labels of accounts, which stand beside cards too. */
const OF_BANKS: ReadonlySet<LabelKind> = new Set(['bank', 'account', 'holder']);
/** From so many words on, the name of an order does not make a mobile number one. */
const FAR = 2;
/** Amounts have fewer digits, or full stops between them. */
const LONGER_THAN_AMOUNTS = 11;
/** More pieces than the longest number is written in. */
const MOST_PIECES = 20;
/** Digits of the shortest and the longest number that is personal: a CVV, a card. */
const SHORTEST = 3;
const LONGEST = 19;

/** Personal numbers of a message in order: ids, cards, accounts, phones, codes. Offsets are the tokens'. */
export function findNumbers(tokens: readonly Token[]): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  const message = readMessage(tokens);
  for (const run of findDigitRuns(tokens)) addNumbers(message, run, spans);
  return spans;
}

/** Adds the numbers of a run: each the longest piece from its start that is something. */
function addNumbers(message: Message, run: DigitRun, spans: PersonalSpan[]): void {
  let from = 0;
  while (from < run.parts.length) {
    const found = isCut(run, from) ? undefined : classifyFrom(message, run, from, spans.at(-1));
    if (found) spans.push(found.span);
    from = found ? found.until : from + 1;
  }
}

function classifyFrom(
  message: Message,
  run: DigitRun,
  from: number,
  previous: PersonalSpan | undefined,
): { span: PersonalSpan; until: number } | undefined {
  const { tokens } = message;
  const first = run.parts[from] ?? 0;
  const isTail = run.joints[from - 1]?.hold === 'loose';
  let before: readonly Label[] | undefined;
  for (let until = Math.min(run.parts.length, from + MOST_PIECES); until > from; until--) {
    const last = run.parts[until - 1] ?? first;
    // "1.250.000" is never read as "1.250".
    if (isCut(run, until)) continue;
    const number = readNumber(message, run, from, until);
    const { length } = number.digits;
    if (length < SHORTEST || length > LONGEST) continue;
    const follows = kindInSeries(tokens, previous, first, last);
    const isCertain = isUnmistakable(number) && classifyByForm(number) !== undefined;
    const isPart = isMeasure(tokens, first, last, length) || isCode(tokens, first, last);
    if (isPart && !isCertain && follows !== 'cvv') continue;
    before ??= labelsBefore(tokens, first, previous?.end);
    const kind =
      classify(number, before, () => (isTail ? [] : labelsAfter(tokens, last))) ??
      seriesKind(number, before, follows);
    if (kind === undefined) continue;
    const start = startOf(tokens, first);
    return {
      span: { start, end: tokens[last]?.end ?? start, kind: afterNik(kind, before, previous, start) },
      until,
    };
  }
  return undefined;
}

function classify(
  number: WrittenNumber,
  before: readonly Label[],
  after: () => readonly Label[],
): PersonalKind | undefined {
  for (const { kind, distance } of before) {
    if (distance > (REACH[kind] ?? REACH_OF_OTHERS)) continue;
    if (kind === 'other') {
      const expires = after().some((label) => label.kind === 'expires');
      if (expires) return classifyByLabel(number, 'otp');
      const formed = classifyByForm(number);
      const isFarPhone = formed === 'phone' && distance >= FAR && number.digits.startsWith('08');
      return isUnmistakable(number) || isFarPhone ? formed : undefined;
    }
    if (kind === 'amount') {
      // "va bayar kuliah 8808…": so long a number is no amount.
      if (number.digits.length >= LONGER_THAN_AMOUNTS && !number.hasDots) continue;
      return classifyByForm(number);
    }
    const found = OF_BANKS.has(kind) && isCertainlyCard(number) ? 'card' : classifyByLabel(number, kind);
    if (found && !standsForItself(number, distance)) return found;
    // "otp ga masuk udah telp 14045": what is dialled is short and no code.
    if (kind === 'dial' && number.digits.length < 8 && number.digits.length !== 6) return undefined;
  }
  const formed = classifyByForm(number);
  if (formed) return formed;
  for (const { kind } of after()) {
    if (kind === 'other' || kind === 'amount') return undefined;
    // "3 2 7 1 itu kode kota".
    if (kind === 'code' && number.digits.length < 6) continue;
    const found = ONLY_BEFORE.has(kind) ? undefined : classifyByLabel(number, kind);
    if (found) return found;
  }
  return undefined;
}

/** A round number or a year is no code unless a label is right beside it: "pin lama saya dari 2019". */
function standsForItself({ digits }: WrittenNumber, distance: number): boolean {
  const isRound = digits.length <= 8 && digits.endsWith('000');
  const isRecent = YEAR.test(digits) && digits > '2010';
  return distance > (isRound || isRecent ? 0 : 1) && (isRound || YEAR.test(digits));
}

/** The kind that a number has because it stands in a series: a second one of the kind before it, or the CVV of a card. */
function seriesKind(
  number: WrittenNumber,
  before: readonly Label[],
  follows: PersonalKind | undefined,
): PersonalKind | undefined {
  if (follows === undefined || before.some(({ kind }) => ENDS_SERIES.has(kind))) return undefined;
  if (follows === 'cvv') return number.digits.length === 3 ? 'cvv' : undefined;
  return isLabelKind(follows) ? classifyByLabel(number, follows) : undefined;
}

/** Two long numbers side by side, as SIM registration wants them, are the NIK and the family card. */
function afterNik(
  kind: PersonalKind,
  before: readonly Label[],
  previous: PersonalSpan | undefined,
  start: number,
): PersonalKind {
  const isPair =
    kind === 'nik' && before.length === 0 && previous?.kind === 'nik' && start - previous.end <= 3;
  return isPair ? 'kk' : kind;
}

/** Letters that touch digits make a code of something: "JP123", "v4", but not "nik9921…" or "NIK9921…". */
function isCode(tokens: readonly Token[], first: number, last: number): boolean {
  const [after, beyond] = [tokens[last + 1], tokens[last + 2]];
  const isBetween =
    after?.kind === 'word' && after.gap === '' && beyond?.kind === 'digits' && beyond.gap === '';
  const isHash = isBetween && labelOf([after.text]) === undefined;
  return isHash || isJoined(tokens[first - 1], tokens[first]) || isJoined(after, after);
}

function isJoined(word: Token | undefined, later: Token | undefined): boolean {
  if (word?.kind !== 'word' || later?.gap !== '' || !/\p{Lu}/u.test(word.raw)) return false;
  const label = labelOf([word.text]);
  return label === undefined || label === 'other' || label === 'bank';
}

function startOf(tokens: readonly Token[], first: number): number {
  const before = tokens[first - 1];
  const own = tokens[first];
  if (!own) return 0;
  const touches = before && before.end === own.start && /^[+(]$/.test(before.text);
  const plus =
    touches && before.text === '(' && tokens[first - 2]?.text === '+' ? tokens[first - 2] : undefined;
  return plus?.start ?? (touches ? before.start : own.start);
}
