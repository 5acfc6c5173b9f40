import type { Language } from '../../core/article/browser.ts';
import {
  choose,
  receiveText,
  cutText,
  type Conversation,
  type Knowledge,
  type Status,
  type Turn,
} from '../../core/assistant/index.ts';
import { findPersonalData, mask, PERSONAL_KINDS, type PersonalKind } from '../../core/safety/browser.ts';
import type { MaskedCounts } from './conversation-table.ts';

/** What a reader does: writes, or chooses (`Choice` of core/assistant). */
export type Deed = { readonly text: string } | { readonly choice: string };

/** A conversation after a deed. */
export interface Done {
  readonly conversation: Conversation;
  readonly notice?: Status;
  /** What was found in the reader's words, kept or not: kinds and counts. */
  readonly masked: MaskedCounts;
}

/** Carries out a deed by the one state machine. What the reader wrote is masked, or refused, before anything is kept. */
export function carryOut(knowledge: Knowledge, conversation: Conversation, deed: Deed, lang: Language): Done {
  if ('choice' in deed) {
    return { conversation: choose(knowledge, conversation, deed.choice), masked: {} };
  }
  const masked = countPersonalData(deed.text);
  return { ...receiveText(knowledge, conversation, deed.text, lang), masked };
}

/**
 * The conversation as a page of that revision showed it: a reader who goes back in the browser and on from there
 * takes back what came after, but for what others did. Undefined when the page is newer: its last turn was taken
 * back, so what it asks for was done already.
 */
export function cutTo(conversation: Conversation, revision: number): Conversation | undefined {
  const { turns } = conversation;
  if (revision > turns.length) return undefined;
  const others = turns.findLastIndex(({ kind }) => kind === 'joined' || kind === 'handover-failed') + 1;
  return { ...conversation, turns: turns.slice(0, Math.max(revision, others)) };
}

/**
 * Takes up a conversation that its reader has kept. Its words are masked again, because whoever sent it may not have;
 * that a person joined is never taken from it.
 */
export function readmit(conversation: Conversation): Done {
  let masked: MaskedCounts = {};
  const turns = conversation.turns.flatMap((turn): Turn[] => {
    if (turn.kind === 'joined') return [];
    if (turn.kind !== 'said') return [turn];
    const { text, counts } = mask(turn.text);
    masked = addCounts(masked, counts);
    return [{ ...turn, text: cutText(text) }];
  });
  return { conversation: { ...conversation, turns }, masked };
}

/** How often each kind was masked, both together. */
export function addCounts(before: MaskedCounts, more: MaskedCounts): MaskedCounts {
  const sum: Partial<Record<PersonalKind, number>> = { ...before };
  for (const kind of PERSONAL_KINDS) {
    const added = more[kind];
    if (added !== undefined) sum[kind] = (sum[kind] ?? 0) + added;
  }
  return sum;
}

function countPersonalData(text: string): MaskedCounts {
  let counts: MaskedCounts = {};
  for (const { kind } of findPersonalData(text.slice(0, MOST_READ)))
    counts = addCounts(counts, { [kind]: 1 });
  return counts;
}

/** Nothing beyond is ever kept of a message. */
const MOST_READ = 20_000;
