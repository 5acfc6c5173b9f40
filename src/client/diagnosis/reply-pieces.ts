import type { Citation, Reply } from '../../core/wording/browser.ts';

/** A piece of what is said: words, or the number of a place in a guide. */
export type ReplyPiece = string | { readonly number: number; readonly id: string; readonly href: string };

/** Takes a reply apart at its `[1]`; a number that leads to no page of this site is left out, with the space before it. */
export function replyPieces({ text, citations }: Pick<Reply, 'text' | 'citations'>): ReplyPiece[] {
  const pieces: ReplyPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(NUMBER)) {
    const number = Number(match[1]);
    const citation = citations[number - 1];
    const href = citation && ownAddress(citation);
    const before = text.slice(end, match.index);
    pieces.push(href === undefined ? before.trimEnd() : before);
    if (citation && href !== undefined) pieces.push({ number, id: citation.id, href });
    end = match.index + match[0].length;
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== '');
}

/** The places that a reply names, each once, in the order of their numbers. */
export function citedPlaces(reply: Pick<Reply, 'text' | 'citations'>): Exclude<ReplyPiece, string>[] {
  const places = new Map<number, Exclude<ReplyPiece, string>>();
  for (const piece of replyPieces(reply)) if (typeof piece !== 'string') places.set(piece.number, piece);
  return [...places.values()].sort((a, b) => a.number - b.number);
}

const NUMBER = /\[(\d{1,2})\]/g;

/** An address that begins with one slash stays on this site. */
function ownAddress({ url, anchor }: Citation): string | undefined {
  if (!/^\/(?:[\w-]+\/)+$/.test(url)) return undefined;
  return /^[\w-]+$/.test(anchor) ? `${url}#${anchor}` : url;
}
