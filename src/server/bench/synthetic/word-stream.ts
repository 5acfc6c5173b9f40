import type { Random } from '../../random/index.ts';

/** How strongly new words go on appearing: the exponent of Heaps' law, 0–1. */
const DISCOUNT = 0.7;
/** How many words are new at the beginning. */
const CONCENTRATION = 50;

const CONSONANTS = 'bcdfghjklmnprstwyz';
const VOWELS = 'aeiou';
const ENDINGS = ['', 'n', 's', 'r', 'k'];
const SYLLABLES = CONSONANTS.length * VOWELS.length;
const WORDS = SYLLABLES ** 3;
/** Has no factor in common with WORDS, so that multiplying shuffles without repeating. */
const SHUFFLE = 480_749;

/**
 * Gives one invented word at each call, frequent ones often and new ones ever more rarely: a
 * Pitman–Yor process (Pitman and Yor 1997), whose vocabulary grows like n^{@link DISCOUNT}, as the
 * vocabulary of natural text does (Heaps 1978).
 */
export function createWordStream(random: Random): () => string {
  const drawn: number[] = [];
  const counts: number[] = [];
  const drawOld = (): number => {
    for (;;) {
      // A word drawn c times is taken with a chance in proportion to c − DISCOUNT.
      const word = drawn[Math.floor(random() * drawn.length)] ?? 0;
      const count = counts[word] ?? 1;
      if (random() < (count - DISCOUNT) / count) return word;
    }
  };
  return () => {
    const chanceOfNew = (CONCENTRATION + DISCOUNT * counts.length) / (CONCENTRATION + drawn.length);
    const word = random() < chanceOfNew ? counts.length : drawOld();
    counts[word] = (counts[word] ?? 0) + 1;
    drawn.push(word);
    return inventWord(word);
  };
}

/** The word with a number, from 0: pronounceable, lower-case; different numbers below 729,000 give different words. */
export function inventWord(number: number): string {
  let rest = (number * SHUFFLE + 12_345) % WORDS;
  let word = '';
  for (let syllable = 0; syllable < 3; syllable++) {
    const one = rest % SYLLABLES;
    word += CONSONANTS.charAt(one % CONSONANTS.length) + VOWELS.charAt(Math.floor(one / CONSONANTS.length));
    rest = Math.floor(rest / SYLLABLES);
  }
  return word + (ENDINGS[number % ENDINGS.length] ?? '');
}
