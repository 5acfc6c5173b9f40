import { classifyByForm, classifyByLabel, type WrittenNumber } from './classify-number.ts';
import { findDigitRuns, type DigitRun } from './digit-run.ts';
import type { Token } from './message-token.ts';
import { labelsAfter, labelsBefore, type Label } from './number-label.ts';
import type { PersonalKind, PersonalSpan } from './personal-data.ts';

/** What follows a number that counts or measures something. */
const UNIT =
  /^(?:x|kali|menit|mnt|jam|hari|hr|minggu|bulan|bln|tahun|thn|th|detik|dtk|digit|angka|karakter|huruf|ribu|rb|jt|juta|rupiah|orang|org|persen|gb|mb|kb|mbps|ms|min|mins|minutes?|hours?|days?|weeks?|months?|years?|seconds?|digits?|characters?|times|people|km|kg|gram|pcs|lembar|%|°|volt|v|watt)$/;
const MONEY = /^(?:rp|idr|usd|\$|€)$/;
/** How far, in words, a label may stand from a number that looks like nothing in particular. */
const REACH: Readonly<Partial<Record<Label['kind'], number>>> = {
  otp: 6,
  said: 3,
  pin: 6,
  cvv: 6,
  phone: 5,
  card: 6,
  account: 6,
  bank: 5,
};

/** Personal numbers of a message in order: ids, cards, accounts, phones, codes. Offsets are the tokens'. */
export function findNumbers(tokens: readonly Token[]): PersonalSpan[] {
  const spans: PersonalSpan[] = [];
  for (const run of findDigitRuns(tokens)) addNumbers(tokens, run, spans);
  return spans;
}

/** Adds the numbers of a run: each the longest piece from its start that is something. */
function addNumbers(tokens: readonly Token[], run: DigitRun, spans: PersonalSpan[]): void {
  let from = 0;
  while (from < run.parts.length) {
    const found = classifyFrom(tokens, run, from, spans.at(-1));
    if (found) spans.push(found.span);
    from = found ? found.until : from + 1;
  }
}

function classifyFrom(
  tokens: readonly Token[],
  run: DigitRun,
  from: number,
  previous: PersonalSpan | undefined,
): { span: PersonalSpan; until: number } | undefined {
  const first = run.parts[from] ?? 0;
  const before = labelsBefore(tokens, first);
  for (let until = run.parts.length; until > from; until--) {
    const last = run.parts[until - 1] ?? first;
    // "1.250.000" is never read as "1.250".
    if (isCut(run, from) || isCut(run, until)) continue;
    if (isMeasure(tokens, first, last)) continue;
    const number = readNumber(tokens, run, from, until);
    const kind = classify(number, before, () => labelsAfter(tokens, last));
    if (kind === undefined) continue;
    const start = startOf(tokens, first);
    return {
      span: { start, end: tokens[last]?.end ?? start, kind: afterNik(kind, before, previous, start) },
      until,
    };
  }
  return undefined;
}

function isCut({ joints }: DigitRun, at: number): boolean {
  return at > 0 && (joints[at - 1] ?? '') !== '';
}

function readNumber(tokens: readonly Token[], run: DigitRun, from: number, until: number): WrittenNumber {
  const pieces = run.digits.slice(from, until);
  return {
    digits: pieces.join(''),
    pieces: pieces.map(({ length }) => length),
    plus: tokens[(run.parts[from] ?? 0) - 1]?.text === '+',
    hasDots: run.joints.slice(from, until - 1).includes('.'),
    inWords: run.inWords,
    goesOn: until < run.parts.length,
  };
}

function classify(
  number: WrittenNumber,
  before: readonly Label[],
  after: () => readonly Label[],
): PersonalKind | undefined {
  for (const { kind, distance } of before) {
    if (distance > (REACH[kind] ?? 8)) continue;
    if (kind === 'other') return isUnmistakable(number) ? classifyByForm(number) : undefined;
    if (kind === 'amount') return classifyByForm(number);
    const found = classifyByLabel(number, kind);
    if (found) return found;
  }
  const formed = classifyByForm(number);
  if (formed) return formed;
  for (const { kind } of after()) {
    if (kind === 'other' || kind === 'amount') return undefined;
    const found = kind === 'said' || kind === 'phone' ? undefined : classifyByLabel(number, kind);
    if (found) return found;
  }
  return undefined;
}

/** Written as phones and cards are, and nothing else: even where an order number is expected. */
function isUnmistakable({ plus, pieces }: WrittenNumber): boolean {
  return plus || pieces.join() === '4,4,4,4';
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

function isMeasure(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const beforeThat = tokens[first - 2];
  if (before && (MONEY.test(before.text) || (before.text === '.' && MONEY.test(beforeThat?.text ?? ''))))
    return true;
  if (after && after.gap !== '\n' && UNIT.test(after.text))
    return (tokens[last]?.raw.length ?? 0) <= 4 || after.gap === '';
  return (
    isJoined(before, tokens[first]) ||
    isJoined(tokens[last], after) ||
    isPartOf(tokens, first, -1) ||
    isPartOf(tokens, last, 1)
  );
}

/** True when a mark and more digits touch this one: a part of a time, a date or an amount. */
function isPartOf(tokens: readonly Token[], at: number, step: 1 | -1): boolean {
  const [own, mark, far] = [tokens[at], tokens[at + step], tokens[at + 2 * step]];
  if (!own || !mark || far?.kind !== 'digits' || !/^[:/,]$/.test(mark.text)) return false;
  return step === 1
    ? own.end === mark.start && mark.end === far.start && far.raw.length <= 3
    : far.end === mark.start && mark.end === own.start && own.raw.length <= 3;
}

/** Letters that touch digits make a code of something: "JP123", "v4", but not "nik9921…". */
function isJoined(one: Token | undefined, other: Token | undefined): boolean {
  const word = one?.kind === 'word' ? one : other;
  return (
    one?.end === other?.start &&
    one !== undefined &&
    other !== undefined &&
    word?.kind === 'word' &&
    /\p{Lu}/u.test(word.raw)
  );
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
