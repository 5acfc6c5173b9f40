import { wordingOf, type Status } from '../assistant/browser.ts';
import { citationList } from './citation-list.ts';
import { extractMove, type Piece } from './extract-move.ts';
import type { Reply, WordingInput } from './reply.ts';
import { splitSentences } from './split-sentences.ts';

/** More is not read on a small screen before the answers or steps. */
export const MOST_SENTENCES = 4;

/**
 * What a move says, in the guide's own words and fixed ones: at most {@link MOST_SENTENCES} sentences, each that comes
 * from a guide with its citation. No contact stands in it. A notice takes the place of the move's own status.
 */
export function extractReply(input: WordingInput): Reply {
  const { lang, register, move, notice } = input;
  const status: Status | undefined = notice ?? ('status' in move ? move.status : undefined);
  const said: Piece[] = status ? [{ rank: 0, write: () => wordingOf(status, lang, register) }] : [];
  const { cite, citations } = citationList();
  const texts = keepImportant([...said, ...extractMove(input)]).map(({ write }) => write(cite));
  return { text: texts.join(' '), citations, mode: 'extractive' };
}

/** The pieces that fit, the most important first in line, in their own order. */
function keepImportant(pieces: readonly Piece[]): readonly Piece[] {
  let left = MOST_SENTENCES;
  const kept = new Set<Piece>();
  for (const piece of [...pieces].sort((a, b) => a.rank - b.rank)) {
    const sentences = splitSentences(piece.write(() => '[1]')).length;
    if (sentences > left) continue;
    left -= sentences;
    kept.add(piece);
  }
  return pieces.filter((piece) => kept.has(piece));
}
