import type { Language } from '../../core/article/browser.ts';
import {
  beginConversation,
  nextMove,
  readConversation,
  STATUSES,
  writeConversation,
  type Knowledge,
} from '../../core/assistant/index.ts';
import { addCounts, type Done } from './carry-out.ts';
import type { ConversationChange } from './conversation-store.ts';
import type { ConversationRow } from './conversation-table.ts';
import type { KeptConversation, Outcome } from './kept-conversation.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The row of a conversation after a deed, or of one that begins. */
export function changeTo(
  { conversation, notice, masked }: Done,
  about: {
    readonly knowledge: Knowledge;
    readonly lang: Language;
    readonly now: Date;
    /** A conversation is kept for so long after its last change, in days. */
    readonly keepDays: number;
    readonly before: Pick<ConversationRow, 'masked' | 'requests'>;
  },
): ConversationChange {
  const { knowledge, lang, now, keepDays, before } = about;
  const { state } = nextMove(knowledge, conversation);
  return {
    lang,
    conversation: writeConversation(conversation),
    revision: conversation.turns.length,
    state,
    outcome: OUTCOMES[state] ?? 'unknown',
    notice: notice ?? null,
    masked: addCounts(before.masked, masked),
    requests: before.requests,
    updatedAt: now,
    // Whole hours: within one, no index of the table has to change.
    expiresAt: new Date(Math.ceil((now.getTime() + keepDays * DAY_MS) / HOUR_MS) * HOUR_MS),
  };
}

const OUTCOMES: Readonly<Partial<Record<string, Outcome>>> = { solved: 'solved', handoff: 'person' };

/** A conversation as its row tells it; one that a newer Pandu has written in a form of its own begins anew. */
export function keptOf(
  row: Pick<ConversationRow, 'id' | 'lang' | 'conversation' | 'notice'>,
): KeptConversation {
  const notice = STATUSES.find((status) => status === row.notice);
  return {
    id: row.id,
    lang: row.lang,
    conversation: readConversation(row.conversation) ?? beginConversation(),
    ...(notice && { notice }),
  };
}
