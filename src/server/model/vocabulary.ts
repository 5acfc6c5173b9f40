import { CONTINUATION, splitPieces } from '../../core/search/index.ts';

/** How large a vocabulary is to be. */
export interface VocabularySize {
  /** Whole words, the most frequent first. */
  readonly words: number;
  /** Pieces that continue a word, beside single letters. */
  readonly continuations: number;
}

/** a to z. */
export const LETTERS = Array.from({ length: 26 }, (_, index) =>
  String.fromCharCode('a'.charCodeAt(0) + index),
);
const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));
const LONGEST_PIECE = 6;

/**
 * Learns which words and pieces of words get a vector, in alphabetical order of code units: the
 * most frequent words (`counts`), and the continuations that most often are left over when the
 * rest, and rarer words, are taken apart. Letters and digits are always there.
 */
export function learnVocabulary(counts: ReadonlyMap<string, number>, size: VocabularySize): string[] {
  const ranked = [...counts]
    .filter(([word]) => /^[a-z]+$/.test(word))
    .sort(([a, m], [b, n]) => n - m || compare(a, b))
    .map(([word]) => word);
  const words = new Set([...ranked.slice(0, size.words), ...LETTERS, ...DIGITS]);
  const continuations = rankContinuations(counts, words).slice(0, size.continuations);
  const letters = LETTERS.map((letter) => CONTINUATION + letter);
  return [...new Set([...words, ...letters, ...continuations.map((piece) => CONTINUATION + piece)])].sort(
    compare,
  );
}

/** Continuations by the letters that they save, most first. */
function rankContinuations(counts: ReadonlyMap<string, number>, words: ReadonlySet<string>): string[] {
  const saved = new Map<string, number>();
  for (const [word, count] of counts) {
    if (!/^[a-z]+$/.test(word)) continue;
    const beginning = longestBeginning(word, words);
    const rest = word.slice(beginning.length);
    for (let length = 2; length <= Math.min(rest.length, LONGEST_PIECE); length++) {
      const piece = rest.slice(0, length);
      const whole = length === rest.length ? 2 : 1;
      saved.set(piece, (saved.get(piece) ?? 0) + whole * (length - 1) * Math.log1p(count));
    }
  }
  return [...saved].sort(([a, m], [b, n]) => n - m || compare(a, b)).map(([piece]) => piece);
}

/** The longest known word that a word begins with, other than itself. */
function longestBeginning(word: string, words: ReadonlySet<string>): string {
  for (let length = word.length - 1; length > 0; length--) {
    if (words.has(word.slice(0, length))) return word.slice(0, length);
  }
  return '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Finds the numbers of the pieces of a word; `apart` takes a known word apart, as if it were unknown. */
export function openPieces(pieces: readonly string[]): (word: string, apart?: boolean) => readonly number[] {
  const numbers = new Map(pieces.map((piece, number) => [piece, number]));
  const known = new Map<string, readonly number[]>();
  return (word, apart = false) => {
    if (apart && word.length > 3) {
      return splitPieces(word, (piece) => (piece === word ? undefined : numbers.get(piece)));
    }
    const ready = known.get(word) ?? splitPieces(word, (piece) => numbers.get(piece));
    known.set(word, ready);
    return ready;
  };
}
