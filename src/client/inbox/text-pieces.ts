/** A piece of what somebody wrote: words, or a link to a guide of this site. */
export interface TextPiece {
  readonly text: string;
  /** The path of the guide on this site. */
  readonly path?: string;
}

/** Every address; where it ends, a sentence may go on. */
const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;
const GUIDE = /^\/(?:en\/)?g\/[a-z0-9]{4,12}\/?$/;

/**
 * A text in pieces. Only short addresses of guides on `origins` become links: what a reader sends may lead
 * anywhere, and is not to be opened by a slip.
 */
export function textPieces(text: string, origins: readonly string[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const path = guidePathOf(address, origins);
    if (path === undefined) continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: address, path });
    from = index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

function guidePathOf(address: string, origins: readonly string[]): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, hash, search, username } = new URL(address);
  if (!origins.includes(origin) || search !== '' || username !== '') return undefined;
  return GUIDE.test(pathname) ? pathname + hash : undefined;
}
