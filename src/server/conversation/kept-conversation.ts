import type { Language } from '../../core/article/browser.ts';
import type { Conversation, Status } from '../../core/assistant/index.ts';

/** How a conversation has ended so far. Silence is `unknown`: only a reader's own word makes it `solved`. */
export type Outcome = 'unknown' | 'solved' | 'person';

/** A conversation as it stands in the database. */
export interface KeptConversation {
  readonly id: string;
  readonly lang: Language;
  readonly conversation: Conversation;
  /** What was said to the last message beside the move. */
  readonly notice?: Status;
}

/** What opens a conversation: its id alone opens nothing. */
export interface Credentials {
  readonly id: string;
  readonly secret: string;
}
