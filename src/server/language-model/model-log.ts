import type { DroppedFor } from '../../core/wording/index.ts';
import type { TokenUse } from './chat-model.ts';

/** How a reply or draft that a model was to word came about; all but `model` came in the guide's own words. */
export type Outcome =
  | 'model'
  /** Too little of what the model wrote passed the checks. */
  | 'too-little-left'
  | 'first-word-late'
  | 'too-slow'
  | 'too-long'
  | 'day-spent'
  | 'drafts-spent'
  | 'conversation-spent'
  | 'switched-off'
  | 'circuit-broken'
  | 'ledger-failed'
  | 'reader-left'
  | 'unreachable'
  | 'rate-limited'
  | 'refused'
  | 'broken'
  | 'malformed'
  | 'cut'
  | 'failed';

/** What is known of one request. It holds no word of the reader, the guide or the model, and no key. */
export interface ModelRecord {
  /** What was to be worded. */
  readonly task: 'reply' | 'draft';
  readonly outcome: Outcome;
  /** The status of the answer, when the model refused or failed. */
  readonly status?: number;
  readonly ms: number;
  readonly firstWordMs?: number;
  readonly tokens?: TokenUse;
  readonly kept: number;
  readonly dropped: Readonly<Partial<Record<DroppedFor, number>>>;
}

/** One line of JSON. */
export function writeModelRecord(model: string, record: ModelRecord): string {
  return JSON.stringify({ event: 'language-model', model, ...record });
}
