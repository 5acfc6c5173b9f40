import type { DigitRun } from './digit-run.ts';
import type { Token } from './message-token.ts';

/** A number as written, with what stands around it. */
export interface WrittenNumber {
  readonly digits: string;
  /** Lengths of the pieces in which it is written. */
  readonly pieces: readonly number[];
  readonly plus: boolean;
  readonly hasDots: boolean;
  /** Marks that numbers are not usually written with stand in it. */
  readonly isOdd: boolean;
  readonly inWords: boolean;
  /** True when more digits follow in the same row. */
  readonly goesOn: boolean;
  /** True when the message speaks of codes that are sent to people. */
  readonly isAboutCodes: boolean;
  /** True when it is one of at least four groups of equal length: "1234 5678 9012 3456 7890". */
  readonly isInRow: boolean;
}

/** What all numbers of a message are judged with. */
export interface Message {
  readonly tokens: readonly Token[];
  readonly isAboutCodes: boolean;
}

/** Words of messages about codes that are sent to people. */
const ABOUT_CODES =
  /^(?:otp\p{L}*|verif\p{L}*|kodenya|kodeku|wa|whatsapp|login|minta|diminta|dimintai|mintain|kasih|dikasih|ngasih|bacain|bacakan|sebut\p{L}*|nyebut\p{L}*|masuk\p{L}*|dimasuk\p{L}*|kirim\p{L}*|dikirim|terkirim|received|receive|sent|texted|text|gojek|gopay|ovo|dana|shopee|tokopedia|aktivasi|verification|entered|asked|asks|asking|told|tell|gave|give|given)$/u;

/** The tokens of a message, and whether it speaks of codes. */
export function readMessage(tokens: readonly Token[]): Message {
  return {
    tokens,
    isAboutCodes: tokens.some(({ kind, text }) => kind === 'word' && ABOUT_CODES.test(text)),
  };
}

/** The number that the parts from `from` to before `until` of a run make. */
export function readNumber(
  { tokens, isAboutCodes }: Message,
  run: DigitRun,
  from: number,
  until: number,
): WrittenNumber {
  const pieces = run.digits.slice(from, until);
  const joints = run.joints.slice(from, until - 1);
  return {
    digits: pieces.join(''),
    pieces: pieces.map(({ length }) => length),
    plus: tokens[(run.parts[from] ?? 0) - 1]?.text === '+',
    hasDots: joints.some(({ marks }) => marks === '.'),
    isOdd: joints.some(({ hold }) => hold === 'odd'),
    inWords: run.parts.slice(from, until).some((part) => tokens[part]?.kind === 'word'),
    goesOn: until < run.parts.length && run.joints[until - 1]?.hold !== 'odd',
    isAboutCodes,
    isInRow: pieces.length === 1 && isRow(run.digits.slice(Math.max(0, from - 1), from + 4), pieces[0]),
  };
}

/** True where a number may not begin or end: "1.250.000" is never read as "1.250". */
export function isCut({ joints }: DigitRun, at: number): boolean {
  return joints[at - 1]?.hold === 'tight';
}

function isRow(near: readonly string[], piece = ''): boolean {
  return piece.length >= 3 && near.length >= 4 && near.every(({ length }) => length === piece.length);
}
