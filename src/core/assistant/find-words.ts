import type { Language } from '../article/browser.ts';
import type { WordHit } from '../diagnosis/browser.ts';
import type { Conversation, Found, Turn } from './conversation.ts';
import { readLanguage } from './language-of.ts';

/** What search answers; a `SearchResponse` is one. */
export interface WordSearchAnswer {
  readonly results: readonly WordHit[];
  readonly outOfScope: boolean;
}

export type WordSearch = (query: string, lang: Language) => Promise<WordSearchAnswer>;

/** More parts than these are a story, not a list. */
const MOST_PARTS = 3;
const FEWEST_PART_WORDS = 3;
/**
 * A part counts as a problem of its own from this probability on, when the parts are of different sectors: one
 * problem told in several clauses stays one (none of 96 labelled queries is split).
 */
const CLEAR_PART = 0.6;
const KEPT_HITS = 8;

/**
 * Lets search answer the messages that it has not answered, in the language each is written in; `lang` when
 * the words do not tell. Rejects when the search does: the messages then wait for the next time.
 */
export async function findWords(
  conversation: Conversation,
  search: WordSearch,
  lang: Language,
): Promise<Conversation> {
  const waiting = waitingIn(conversation);
  if (waiting.size === 0) return conversation;
  const turns = await Promise.all(
    conversation.turns.map(async (turn) =>
      turn.kind === 'said' && waiting.has(turn)
        ? { ...turn, found: await findIn(turn.text, search, lang) }
        : turn,
    ),
  );
  return { ...conversation, turns };
}

/** The messages without an answer, but for those that were written to a person. */
function waitingIn({ turns }: Conversation): ReadonlySet<Turn> {
  const waiting = new Set<Turn>();
  let isWithPerson = false;
  for (const turn of turns) {
    if (turn.kind === 'joined') isWithPerson = true;
    if (turn.kind === 'handover-failed') isWithPerson = false;
    if (turn.kind === 'said' && !turn.found && !isWithPerson) waiting.add(turn);
  }
  return waiting;
}

async function findIn(text: string, search: WordSearch, lang: Language): Promise<Found> {
  const written = readLanguage(text) ?? lang;
  const [whole, ...pieces] = await Promise.all(
    [text, ...splitProblems(text)].map(async (piece) => ({
      text: piece,
      answer: await search(piece, written),
    })),
  );
  const clear = pieces.flatMap(({ text: piece, answer }) => {
    const [best] = answer.results;
    const isClear = best && !answer.outOfScope && best.confidence >= CLEAR_PART;
    return isClear ? [{ text: piece, sector: best.id.split('/')[0], hits: keep(answer.results) }] : [];
  });
  const different = clear.filter(
    ({ sector }, place) => clear.findIndex((one) => one.sector === sector) === place,
  );
  return {
    hits: keep(whole?.answer.results ?? []),
    outOfScope: whole?.answer.outOfScope ?? true,
    parts: different.length > 1 ? different.map(({ text: piece, hits }) => ({ text: piece, hits })) : [],
  };
}

function keep(hits: readonly WordHit[]): WordHit[] {
  return hits.slice(0, KEPT_HITS).map(({ id, confidence }) => ({ id, confidence }));
}

/** The parts of a message that joins things ("… terus …", "… and also …", "…, … juga …"); [] for one that does not. */
export function splitProblems(text: string): string[] {
  const parts = text
    .split(LISTS)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= FEWEST_PART_WORDS);
  return parts.length > 1 && parts.length <= MOST_PARTS ? parts : [];
}

const LISTS =
  /\s*(?:,?\s+(?:terus juga|terus|trus|selain itu|dan juga|dan|sama juga|sama|and also|and|also|plus)\s+|,\s*(?=[^,]*\b(?:juga|too|also)\b))\s*/i;
