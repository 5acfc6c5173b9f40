import { digitsOf, type Token } from './message-token.ts';

/** Digits that stand together, however they are spaced: "0812 0000-0001", "4 8 2 9", "satu dua tiga". */
export interface DigitRun {
  /** Numbers of the tokens that carry digits. */
  readonly parts: readonly number[];
  readonly digits: readonly string[];
  /** What stands between part n and n + 1, without blanks. */
  readonly joints: readonly string[];
  readonly inWords: boolean;
}

/** More than the longest number and its spacing need. */
const MOST_PARTS = 24;
const MOST_JOINT_MARKS = 2;
const JOINT = /^[-.()]$/;

/** The runs of a text in order; no token is in two of them. */
export function findDigitRuns(tokens: readonly Token[]): DigitRun[] {
  const runs: DigitRun[] = [];
  let at = 0;
  while (at < tokens.length) {
    const run = runAt(tokens, at);
    if (run) runs.push(run);
    at = (run?.parts.at(-1) ?? at) + 1;
  }
  return runs;
}

function runAt(tokens: readonly Token[], first: number): DigitRun | undefined {
  const digits = readPart(tokens, first);
  if (digits === undefined) return undefined;
  const run = { parts: [first], digits: [digits], joints: [] as string[] };
  let inWords = tokens[first]?.kind === 'word';
  while (run.parts.length < MOST_PARTS) {
    const next = nextPart(tokens, run.parts.at(-1) ?? first);
    if (next === undefined) break;
    run.joints.push(next.joint);
    run.parts.push(next.at);
    run.digits.push(next.digits);
    inWords ||= tokens[next.at]?.kind === 'word';
  }
  return { ...run, inWords };
}

function nextPart(
  tokens: readonly Token[],
  from: number,
): { at: number; digits: string; joint: string } | undefined {
  let joint = '';
  for (let at = from + 1; at <= from + 1 + MOST_JOINT_MARKS; at++) {
    const token = tokens[at];
    if (!token || token.gap === '\n') return undefined;
    const digits = readPart(tokens, at);
    if (digits !== undefined) {
      // "1234. 5 kali": a sentence ends between.
      return joint === '.' && token.gap !== '' ? undefined : { at, digits, joint };
    }
    if (!JOINT.test(token.text)) return undefined;
    joint += token.text;
  }
  return undefined;
}

/** A number word that touches digits is a word: "dua2nya". */
function readPart(tokens: readonly Token[], at: number): string | undefined {
  const touches =
    tokens[at]?.kind === 'word' && tokens[at + 1]?.kind === 'digits' && tokens[at + 1]?.gap === '';
  return touches ? undefined : digitsOf(tokens[at]);
}
