import type { Passage } from '../../core/search/browser.ts';

/** A piece of a passage: marked or not. */
export interface TextPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts a passage at its marks; offsets that lie outside the text or overlap are brought into order. */
export function cutAtMarks({ text, marks }: Pick<Passage, 'text' | 'marks'>): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  const cut = (end: number, isMarked: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), isMarked });
    at = Math.max(at, end);
  };
  for (const [start, end] of marks) {
    cut(Math.min(start, text.length), false);
    cut(Math.min(end, text.length), true);
  }
  cut(text.length, false);
  return pieces;
}

/** A passage as nodes, its marks as `<mark>`; whatever the text says, it stays text. */
export function drawMarked(passage: Pick<Passage, 'text' | 'marks'>): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const { text, isMarked } of cutAtMarks(passage)) {
    if (isMarked) fragment.append(Object.assign(document.createElement('mark'), { textContent: text }));
    else fragment.append(text);
  }
  return fragment;
}
