import type { FoldedText } from './fold-text.ts';

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Letters that people write for digits, and what marks and digits stand for in words. */
const DIGIT_OF: Readonly<Record<string, string>> = { o: '0', O: '0', l: '1', I: '1', i: '1' };
const LETTER_OF: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's' };
const MARK_LETTER_OF: Readonly<Record<string, string>> = { ...LETTER_OF, '@': 'a', $: 's' };

/** "0812OOOO12", "4829l3": digits and letters that look like digits, most of them digits or many. */
const LIKE_DIGITS = /(?<![\p{L}\d@._])(?=[A-Za-z]*\d)[\doOlIi]{4,24}(?![\p{L}\d@])/gu;
/** "0812 oooo 0012": the letters are a group of their own. */
const GROUP_OF_O = /(?<=\d[ .-])[oO]{2,6}(?=[ .-]\d)/g;
/** "pasw0rd", "P1N", "k@rtu": words that may name something personal, with digits and marks in them. */
const DISGUISED =
  /(?<![\p{L}\d@$._-])(?=\D{0,9}[0-5@$])(?=[\d@$]{0,3}\p{L})[\p{L}01345@$]{3,10}(?![\p{L}\d@$])/gu;
const DISGUISED_NAMES =
  /^(?:otp|pin|pass|password|pasword|passwd|paswd|sandi|kode|nik|ktp|cvv|cvc|kartu|card|rek|rekening|norek|paspor|passport|npwp|plat|nopol)(?:nya|ku)?$/;
/** "o.t.p", "P I N", "a.n." */
const SPACED_NAMES =
  /(?<![\p{L}\d./])(?<!(?<!\p{L})\p{L} )(?:o([ .])t\1p|p([ .])i\2n|n([ .])i\3k|c([ .])v\4v|k([ .])t\5p|n([ .])p\6w\6p|a([./])n)(?![\p{L}\d])/giu;

/** Undoes what hides numbers and their names from rules but not from people: look-alikes and spaced letters. */
export function plainSpelling(folded: FoldedText): FoldedText {
  const found = [
    ...replace(folded.text, LIKE_DIGITS, asDigits),
    ...replace(folded.text, GROUP_OF_O, (letters) => '0'.repeat(letters.length)),
    ...replace(folded.text, DISGUISED, asName),
    ...replace(folded.text, SPACED_NAMES, (letters) => letters.replaceAll(/[ ./]/g, '')),
  ].sort((a, b) => a.start - b.start);
  return found.length === 0 ? folded : applyAll(folded, found);
}

function replace(text: string, pattern: RegExp, by: (written: string) => string | undefined): Replacement[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: written, index }) => {
    const plain = by(written);
    return plain === undefined || plain === written
      ? []
      : [{ start: index, end: index + written.length, text: plain }];
  });
}

/** At least two digits, and at least as long as the shortest code. */
function asDigits(written: string): string | undefined {
  const digits = written.replaceAll(/\D/g, '').length;
  return digits >= 2 && digits * 3 >= written.length
    ? written.replaceAll(/\D/g, (letter) => DIGIT_OF[letter] ?? letter)
    : undefined;
}

function asName(written: string): string | undefined {
  const plain = written.replaceAll(/[^\p{L}]/gu, (mark) => MARK_LETTER_OF[mark] ?? mark);
  return DISGUISED_NAMES.test(plain.toLowerCase()) ? plain : undefined;
}

function applyAll({ text, offsets }: FoldedText, replacements: readonly Replacement[]): FoldedText {
  let plain = '';
  const places: number[] = [];
  let last = 0;
  const copy = (until: number) => {
    plain += text.slice(last, until);
    for (let at = last; at < until; at++) places.push(offsets[at] ?? 0);
  };
  for (const { start, end, text: instead } of replacements) {
    if (start < last) continue;
    copy(start);
    plain += instead;
    for (let at = 0; at < instead.length; at++) places.push(offsets[Math.min(start + at, end - 1)] ?? 0);
    last = end;
  }
  copy(text.length);
  places.push(offsets.at(-1) ?? 0);
  return { text: plain, offsets: places };
}
