import type { Passage } from '../core/search/browser.ts';

/** A passage cut at its marks, in order; nothing of the text is lost. */
export function markedPieces({
  text,
  marks,
}: Pick<Passage, 'text' | 'marks'>): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const pieces: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    pieces.push(
      { text: text.slice(at, start), isMarked: false },
      { text: text.slice(start, end), isMarked: true },
    );
    at = end;
  }
  pieces.push({ text: text.slice(at), isMarked: false });
  return pieces.filter((piece) => piece.text !== '');
}
