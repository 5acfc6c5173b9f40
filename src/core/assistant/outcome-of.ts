import type { Conversation } from './conversation.ts';
import type { Knowledge } from './knowledge.ts';
import { nextMove } from './next-move.ts';

/**
 * How a conversation ended, for reports: `solved` only when the reader said that a step helped; `escalated` when a
 * person was asked for, demanded by a rule, or has joined; `offered` when the assistant could do no more and the
 * packet was offered, not known to be taken; `unknown` for all else: the reader fell silent.
 */
export type ConversationOutcome = 'solved' | 'escalated' | 'offered' | 'unknown';

/** The outcome as it stands now, of the story at hand: a new message after "solved" is open again. */
export function outcomeOf(knowledge: Knowledge, conversation: Conversation): ConversationOutcome {
  const move = nextMove(knowledge, conversation);
  switch (move.state) {
    case 'solved':
      return 'solved';
    case 'with-person':
      return 'escalated';
    case 'handoff':
      return move.isOffered ? 'offered' : 'escalated';
    default:
      return 'unknown';
  }
}
