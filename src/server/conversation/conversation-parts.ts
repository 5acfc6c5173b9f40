import type { Knowledge, WordSearch } from '../../core/assistant/index.ts';
import type { ConversationStore } from './conversation-store.ts';

/** What conversations are made of. */
export interface ConversationParts {
  readonly store: ConversationStore;
  readonly knowledge: () => Promise<Knowledge>;
  readonly search: WordSearch;
  readonly now: () => Date;
  /** A conversation is kept for so long after its last change, in days. */
  readonly keepDays: number;
}

/** A request that may be sent again; the same is carried out once. */
export interface Repeatable {
  readonly key: string;
  /** All that the request asks for. */
  readonly body: unknown;
}
