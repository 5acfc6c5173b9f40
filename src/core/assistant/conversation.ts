import type { Sector } from '../article/browser.ts';
import type { StepResult, WordHit } from '../diagnosis/browser.ts';
import type { ChannelKey, HandoffReason, OfferReason } from './reasons.ts';

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
  /** Back to the questions from a handover; `reason` is what had brought it, and brings it no more. */
  | { readonly kind: 'resumed'; readonly reason?: HandoffReason }
  /** A person was offered, for the words before this. */
  | { readonly kind: 'offered'; readonly reason: OfferReason }
  /** A person has taken over: from here on the assistant is silent. */
  | { readonly kind: 'joined' }
  /** Nobody could be reached through `channel`, or the person had to leave. */
  | { readonly kind: 'handover-failed'; readonly channel: ChannelKey }
  /** How much the conversation helped, after it was solved. */
  | { readonly kind: 'rated'; readonly rating: Rating };

export const RATINGS = ['helped', 'partly', 'not'] as const;
export type Rating = (typeof RATINGS)[number];

/**
 * A conversation as plain JSON: it can be kept, sent and taken up again in either language, also after
 * the content has changed.
 */
export interface Conversation {
  /** Id of the guide that the reader has come from and that did not help. */
  readonly article?: string;
  /** Keys of the steps of that guide that the reader has ticked there: they were done, and it still fails. */
  readonly tried?: readonly string[];
  /** The sector of the place that the reader has come from: a page about it, or the site of an operator. */
  readonly sector?: Sector;
  /** Slug of the service that the problem is with; for the summary, not for the belief. */
  readonly service?: string;
  readonly turns: readonly Turn[];
}

/**
 * A reader who has done nothing yet, or has come from a guide, with the keys of the steps that they ticked there
 * as `tried`, or from a place about one sector or service.
 */
export function beginConversation(
  article?: string,
  { tried = [], ...from }: Pick<Conversation, 'tried' | 'sector' | 'service'> = {},
): Conversation {
  const ticked = article === undefined ? [] : tried.slice(0, MOST_TICKED);
  return {
    ...(article !== undefined && { article }),
    ...(ticked.length > 0 && { tried: ticked }),
    ...from,
    turns: [],
  };
}

/** No guide has more steps than these. */
export const MOST_TICKED = 40;

/** Longer messages are cut here, in characters. */
export const LONGEST_MESSAGE = 1000;

/** More turns than these are no conversation; further ones are not taken, but for those about a person. */
export const MOST_TURNS = 60;
/** Turns about a person that are taken beyond. */
const KEPT_FOR_PERSONS = 20;
export const MOST_TURNS_KEPT = MOST_TURNS + KEPT_FOR_PERSONS;

const ABOUT_PERSONS: ReadonlySet<Turn['kind']> = new Set(['person', 'joined', 'handover-failed', 'resumed']);

/** Adds a turn; a conversation that is full stays as it is, but a person stays within reach. */
export function addTurn(conversation: Conversation, turn: Turn): Conversation {
  const most = ABOUT_PERSONS.has(turn.kind) ? MOST_TURNS_KEPT : MOST_TURNS;
  if (conversation.turns.length >= most) return conversation;
  return { ...conversation, turns: [...conversation.turns, turn] };
}

/**
 * Takes back the last thing that the reader did, with the offer that it brought; what others did (a person who
 * joined, a handover that failed) stays. Without turns, nothing changes.
 */
export function goBack(conversation: Conversation): Conversation {
  const last = conversation.turns.findLastIndex(({ kind }) => kind !== 'offered');
  const kind = conversation.turns[last]?.kind;
  if (kind === 'joined' || kind === 'handover-failed') return conversation;
  return { ...conversation, turns: conversation.turns.slice(0, Math.max(0, last)) };
}

/** True while a person has the conversation. */
export function isWithPerson({ turns }: Conversation): boolean {
  return turns.findLast(({ kind }) => kind === 'joined' || kind === 'handover-failed')?.kind === 'joined';
}

/**
 * Whether the assistant may say anything. To be asked of the newest turns just before a reply is sent, and again
 * before each part of one: a person may have joined since it was begun.
 */
export function maySpeak(conversation: Conversation): boolean {
  return !isWithPerson(conversation);
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
