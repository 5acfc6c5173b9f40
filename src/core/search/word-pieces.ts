/** The prefix of pieces that continue a word. */
export const CONTINUATION = '##';

const TOKEN = /\p{L}+|\p{Nd}/gu;
const MARK = /\p{M}/gu;
const ELONGATION = /([a-z])\1{2,}/g;
/** Longer words have no pieces. */
export const LONGEST_WORD = 40;

/**
 * The words of a text as the static model reads them: lower case, no marks, no elongation, each
 * digit by itself; all else separates. The same rules stand in the model's `tokenizer.json`.
 * @example splitWords('Transfeeer 2x, ga masuk!') // ['transfer', '2', 'x', 'ga', 'masuk']
 */
export function splitWords(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFKD').replace(MARK, '').replace(ELONGATION, '$1');
  return plain.match(TOKEN) ?? [];
}

/**
 * The pieces that a word is made of: the longest known beginning, then the longest known
 * continuation of what is left, and so on (WordPiece, Wu et al. 2016, section 4.1). A word that
 * cannot be made of known pieces, or is longer than 40 letters, gives [].
 */
export function splitPieces<Piece>(word: string, find: (piece: string) => Piece | undefined): Piece[] {
  if (word.length > LONGEST_WORD) return [];
  const pieces: Piece[] = [];
  for (let start = 0; start < word.length;) {
    const found = findLongest(word, start, find);
    if (!found) return [];
    pieces.push(found.piece);
    start = found.end;
  }
  return pieces;
}

function findLongest<Piece>(
  word: string,
  start: number,
  find: (piece: string) => Piece | undefined,
): { piece: Piece; end: number } | undefined {
  const prefix = start === 0 ? '' : CONTINUATION;
  for (let end = word.length; end > start; end--) {
    const piece = find(prefix + word.slice(start, end));
    if (piece !== undefined) return { piece, end };
  }
  return undefined;
}
