import { splitWords } from '../../core/search/index.ts';
import { corrupt, type Slang } from './corrupt.ts';
import { openPieces } from './vocabulary.ts';

/** Turns texts into rows of the table, for training and for use. */
export interface Reader {
  /** The rows of a text as it stands. */
  read(text: string): number[];
  /** The rows of a text as somebody might have typed it, some words taken apart as if they were unknown. */
  readCorrupted(text: string): number[];
}

const CHANCE_OF_APART = 0.08;
/** A word of a longer text is left out now and then, so that no single word carries a meaning alone. */
const CHANCE_OF_DROP = 0.1;
const FEW_WORDS = 4;
/** Fitting reads no further: the rest of a long text adds little. */
const MOST_ROWS = 64;

/** Opens a reader for a vocabulary. */
export function openReader(pieces: readonly string[], slang: Slang, random: () => number): Reader {
  const find = openPieces(pieces);
  const read = (text: string) =>
    splitWords(text)
      .flatMap((word) => find(word))
      .slice(0, MOST_ROWS);
  return {
    read,
    readCorrupted: (text) => {
      const words = splitWords(corrupt(text, slang, random));
      return words
        .filter(() => words.length < FEW_WORDS || random() >= CHANCE_OF_DROP)
        .flatMap((word) => find(word, random() < CHANCE_OF_APART))
        .slice(0, MOST_ROWS);
    },
  };
}
