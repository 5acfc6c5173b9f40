/** A word of a text, normalised, with the [start, end) offsets of what was written. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}]|[&'’](?=[\p{L}\p{N}]))*/gu;
const UNSEEN = /[\p{M}\p{Cf}'’]/gu;
const ELONGATION = /(\p{L})\1{2,}/gu;
const REDUPLICATION = /^(\p{L}{2,}?)2(\p{L}*)$/u;
const LONGEST_WORD = 40;
/** Most words of a guide: nothing below would change them. */
const PLAIN = /^(?!.*(.)\1\1)[a-z]{1,40}$/;

/**
 * The words of a text in order, each normalised by {@link normaliseWord}. Punctuation, emoji,
 * control characters and lone surrogates separate words; words over 40 letters are cut.
 */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const normal = normaliseWord(match[0]);
    if (normal !== '') words.push({ text: normal, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/**
 * One spelling for what people write in many: NFKC, lower case, no marks or invisible characters,
 * no elongation ("transfeeer"), no short reduplication ("masuk2", "masuk2nya").
 * @example normaliseWord('MASUK2nya') // 'masuk'
 */
export function normaliseWord(word: string): string {
  if (PLAIN.test(word)) return word;
  return word
    .slice(0, 4 * LONGEST_WORD)
    .normalize('NFKD')
    .toLowerCase()
    .replace(UNSEEN, '')
    .replace(/&/g, 'n')
    .normalize('NFC')
    .replace(ELONGATION, '$1')
    .replace(REDUPLICATION, '$1')
    .slice(0, LONGEST_WORD);
}
