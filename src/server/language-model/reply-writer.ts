import type { Reply, WordingInput, WordingMode } from '../../core/wording/index.ts';
import type { Proposal } from './proposal.ts';

/** A sentence that has passed every check, as it comes; or in the end the reply that counts. */
export type WrittenPart =
  | { readonly kind: 'sentence'; readonly text: string }
  | {
      readonly kind: 'reply';
      readonly reply: Reply;
      /** What a model would do: the policy decides; nothing has been done. Absent when no model wrote. */
      readonly proposals?: readonly Proposal[];
    };

/** Words replies. */
export interface ReplyWriter {
  /** Who words the replies now: `model` only while one is configured, allowed and well. */
  readonly mode: () => WordingMode;
  /**
   * Sentences, if a model writes, then exactly one reply. Never throws: whatever fails, the reply made from
   * the guide itself comes in the end. `conversation` is what the spending is counted on.
   */
  readonly write: (
    input: WordingInput,
    conversation: string,
    signal: AbortSignal,
  ) => AsyncIterable<WrittenPart>;
}
