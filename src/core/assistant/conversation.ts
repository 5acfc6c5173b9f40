import type { Sector } from '../article/browser.ts';
import type { StepResult, WordHit } from '../diagnosis/browser.ts';

/** What search found for one message. */
export interface Found {
  readonly hits: readonly WordHit[];
  readonly outOfScope: boolean;
  /** The problems of a message that tells of several; [] when it tells of one. */
  readonly parts: readonly { readonly text: string; readonly hits: readonly WordHit[] }[];
}

/** One thing that the reader did. What the assistant says follows from these and is never kept. */
export type Turn =
  /** `text` is clean and masked. `found` is absent until search has answered. */
  | { readonly kind: 'said'; readonly text: string; readonly found?: Found }
  /** Of several problems in the last message, the one to begin with. */
  | { readonly kind: 'part'; readonly place: number }
  | { readonly kind: 'sector'; readonly sector: Sector }
  /** `reply` is null for "I don't know"; `isNone` when no answer fits. */
  | {
      readonly kind: 'answered';
      readonly sign: string;
      readonly reply: string | null;
      readonly isNone?: true;
    }
  /** An earlier question is open again. */
  | { readonly kind: 'reopened'; readonly sign: string }
  | { readonly kind: 'confirmed'; readonly problem: string }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  | { readonly kind: 'tried'; readonly step: string; readonly result: StepResult }
  /** The last message told of another problem: go to it, or stay. */
  | { readonly kind: 'switched'; readonly problem: string }
  | { readonly kind: 'stayed' }
  /** The urgent steps were seen; go on. */
  | { readonly kind: 'safe' }
  /** The reader wants a person. */
  | { readonly kind: 'person' }
  /** Back to the questions after asking for a person. */
  | { readonly kind: 'resumed' };

/**
 * A conversation as plain JSON: it can be kept, sent and taken up again in either language, also after
 * the content has changed.
 */
export interface Conversation {
  /** Id of the guide that the reader has come from and that did not help. */
  readonly article?: string;
  /** The sector of the place that the reader has come from: a page about it, or the site of an operator. */
  readonly sector?: Sector;
  /** Slug of the service that the problem is with; for the summary, not for the belief. */
  readonly service?: string;
  readonly turns: readonly Turn[];
}

/** A reader who has done nothing yet, or has come from a guide or from a place about one sector or service. */
export function beginConversation(
  article?: string,
  from: Pick<Conversation, 'sector' | 'service'> = {},
): Conversation {
  return { ...(article !== undefined && { article }), ...from, turns: [] };
}

/** Longer messages are cut here, in characters. */
export const LONGEST_MESSAGE = 1000;

/** More turns than these are no conversation; further ones are not taken. */
export const MOST_TURNS = 60;

/** Adds a turn; a conversation that is full stays as it is. */
export function addTurn(conversation: Conversation, turn: Turn): Conversation {
  if (conversation.turns.length >= MOST_TURNS) return conversation;
  return { ...conversation, turns: [...conversation.turns, turn] };
}

/** Takes the last turn back; without turns, nothing changes. */
export function goBack(conversation: Conversation): Conversation {
  return { ...conversation, turns: conversation.turns.slice(0, -1) };
}

/** The messages of a conversation, in order. */
export function saidTexts({ turns }: Conversation): string[] {
  return turns.flatMap((turn) => (turn.kind === 'said' ? [turn.text] : []));
}

/** The beginning of a text, never through the middle of a character. */
export function cutText(text: string, length = LONGEST_MESSAGE): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
}

/** The problems that a message listed and that were not taken up. */
export function otherParts({ turns }: Conversation): string[] {
  return turns.flatMap((turn, place) => {
    if (turn.kind !== 'said' || !turn.found) return [];
    const chosen = turns.slice(place + 1).find(({ kind }) => kind === 'part' || kind === 'said');
    if (chosen?.kind !== 'part') return [];
    return turn.found.parts.filter((_, part) => part !== chosen.place).map(({ text }) => text);
  });
}
