import type { SourcePassage, WordingInput } from '../../core/wording/index.ts';
import type { ChatModel } from './chat-model.ts';
import type { Circuit } from './circuit.ts';
import type { SpendLedger, SpendLimits } from './spend-ledger.ts';
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

/** One reply to word. */
export interface WritingTask {
  readonly input: WordingInput;
  readonly passages: readonly SourcePassage[];
  readonly conversation: string;
  readonly signal: AbortSignal;
}
