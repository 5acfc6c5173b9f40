import { digitsOf, type Token } from './message-token.ts';

/** Digits that stand together, however they are spaced: "0812 0000-0001", "4 8 2 9", "satu dua tiga". */
export interface DigitRun {
  /** Numbers of the tokens that carry digits. */
  readonly parts: readonly number[];
  readonly digits: readonly string[];
  readonly joints: readonly Joint[];
}

/** What stands between two parts of a run. */
export interface Joint {
  /** Without blanks. */
  readonly marks: string;
  /**
   * How firmly it holds: `tight` parts are one number ("1.250.000", "0812-0000"), `loose` ones may be ("0812
   * 0000"), `odd` ones only when the form is beyond doubt ("4111/1111/1111/1111").
   */
  readonly hold: 'tight' | 'loose' | 'odd';
}

const MOST_JOINT_MARKS = 3;
const USUAL = /^[-.()]*$/;

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
  const run = { parts: [first], digits: [digits], joints: [] as Joint[] };
  for (;;) {
    const next = nextPart(tokens, run.parts.at(-1) ?? first);
    if (next === undefined) return run;
    run.joints.push(next.joint);
    run.parts.push(next.at);
    run.digits.push(next.digits);
  }
}

function nextPart(
  tokens: readonly Token[],
  from: number,
): { at: number; digits: string; joint: Joint } | undefined {
  let marks = '';
  let isTight = true;
  for (let at = from + 1; at <= from + 1 + MOST_JOINT_MARKS; at++) {
    const token = tokens[at];
    if (!token || token.gap === '\n') return undefined;
    isTight &&= token.gap === '';
    const digits = readPart(tokens, at);
    if (digits !== undefined) {
      // "1234. 5 kali": a sentence ends between.
      if (marks === '.' && token.gap !== '' && tokens[at - 1]?.gap === '') return undefined;
      const hold = !USUAL.test(marks) ? 'odd' : isTight && marks !== '' ? 'tight' : 'loose';
      return { at, digits, joint: { marks, hold } };
    }
    if (token.kind !== 'mark') return undefined;
    marks += token.text;
  }
  return undefined;
}

/** A number word that touches digits is a word: "dua2nya". */
function readPart(tokens: readonly Token[], at: number): string | undefined {
  const touches =
    tokens[at]?.kind === 'word' && tokens[at + 1]?.kind === 'digits' && tokens[at + 1]?.gap === '';
  return touches ? undefined : digitsOf(tokens[at]);
}
