import type { Language } from '../../core/article/index.ts';
import type { Prompt, SourcePassage } from '../../core/wording/index.ts';
import type { ChatModel, ChatTool } from './chat-model.ts';
import type { Circuit } from './circuit.ts';
import type { SpendLedger, SpendLimits, SpendRequest } from './spend-ledger.ts';
import type { TimeLimits } from './time-limit.ts';

/** Everything that a model is asked through and held by. */
export interface ModelParts {
  readonly model: ChatModel;
  readonly circuit: Circuit;
  readonly ledger: SpendLedger;
  readonly spendLimits: SpendLimits;
  readonly timeLimits: TimeLimits;
  readonly isSwitchedOff: () => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** One reply or draft to word. */
export interface WritingTask {
  readonly kind: 'reply' | 'draft';
  readonly lang: Language;
  readonly prompt: Prompt;
  /** What may be quoted. */
  readonly passages: readonly SourcePassage[];
  readonly tools: readonly ChatTool[];
  readonly maxTokens: number;
  /** Default: as many as a reply has. */
  readonly mostSentences?: number;
  /** What the spending is counted on, beside the day. */
  readonly spending: Pick<SpendRequest, 'conversation' | 'isDraft'>;
  readonly signal: AbortSignal;
}
