const VOWEL = /[aeiou]/;

/** Words from this length on may have one typing error, and from the next one two. */
const ONE_ERROR_FROM = 5;
const TWO_ERRORS_FROM = 8;
/** Consonants that a word without its vowels must show. */
const FEWEST_CONSONANTS = 3;

/**
 * How likely `written` means `word`, 0–1: 0.8 when only vowels are left out ("krtu" for "kartu"),
 * 0.7 for one error in words of five letters or more, 0.45 for two in words of eight or more
 * (a letter missing, added, changed, or two swapped). 0 when it is the same word or too far.
 */
export function likenessOf(written: string, word: string): number {
  if (written === word) return 0;
  if (leavesOutVowels(written, word)) return 0.8;
  const allowed = written.length >= TWO_ERRORS_FROM ? 2 : written.length >= ONE_ERROR_FROM ? 1 : 0;
  if (allowed === 0 || word.length < ONE_ERROR_FROM - 1) return 0;
  const errors = countErrors(written, word, allowed);
  if (errors > allowed) return 0;
  return errors === 1 ? 0.7 : 0.45;
}

/** True when vowels alone must be added to `written` to make `word`. */
function leavesOutVowels(written: string, word: string): boolean {
  if (written.length >= word.length || written[0] !== word[0]) return false;
  let position = 0;
  let consonants = 0;
  for (const letter of word) {
    const isVowel = VOWEL.test(letter);
    if (letter === written[position]) {
      position++;
      if (!isVowel) consonants++;
    } else if (!isVowel) return false;
  }
  return position === written.length && consonants >= FEWEST_CONSONANTS;
}

/**
 * The distance of two words in letters missing, added, changed or swapped with the next (optimal
 * string alignment). Anything above `most` may be reported as `most + 1`.
 */
export function countErrors(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let errors = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        errors = Math.min(errors, at(beforeLast, j - 2) + 1);
      }
      row.push(errors);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
