/** A text in plain characters, with the offset in the original of each of them. */
export interface FoldedText {
  readonly text: string;
  /** One more than the characters of `text`: the last is the length of the original. */
  readonly offsets: readonly number[];
}

const PLAIN = /^[\t\n\r -~]*$/;
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}\uFE0F]/u;
const DASH = /[\p{Pd}\u2212\u00AD]/u;
const BLANK = /[\p{Zs}\u2028\u2029\v\f]/u;
const DIGIT = /\p{Nd}/u;

/**
 * Brings full-width and styled letters, digits of any script, dashes and blanks to ASCII and leaves
 * invisible characters out, so that rules see what a person sees. Letter case stays.
 */
export function foldText(original: string): FoldedText {
  if (PLAIN.test(original)) {
    return { text: original, offsets: Array.from({ length: original.length + 1 }, (_, index) => index) };
  }
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of original) {
    for (const unit of foldCharacter(character)) {
      text += unit;
      offsets.push(at);
    }
    at += character.length;
  }
  offsets.push(original.length);
  return { text, offsets };
}

/** UTF-16 units of what a character stands for. */
function foldCharacter(character: string): string[] {
  if (character >= ' ' && character <= '~') return [character];
  if (DASH.test(character)) return ['-'];
  if (BLANK.test(character)) return [' '];
  if (INVISIBLE.test(character)) return [];
  if (DIGIT.test(character)) return [String(digitValue(character))];
  return character.normalize('NFKC').split('');
}

/** The value of a decimal digit of any script: their blocks are runs of ten that begin with zero. */
function digitValue(character: string): number {
  const folded = character.normalize('NFKC');
  if (/^[0-9]$/.test(folded)) return Number(folded);
  let value = 0;
  let code = character.codePointAt(0) ?? 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - 1))) {
    code--;
    value++;
  }
  return value;
}
