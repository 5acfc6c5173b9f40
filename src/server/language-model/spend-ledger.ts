import type { TokenUse } from './chat-model.ts';

/** The most tokens, in and out, that may be spent. */
export interface SpendLimits {
  readonly perDay: number;
  readonly perConversation: number;
  /** What drafts for agents may take of a day, so that readers are never left without. */
  readonly draftsPerDay: number;
}

/** A limit that would be exceeded. */
export type SpentLimit = 'day' | 'drafts' | 'conversation';

/** Who asks for how much. Without a conversation only the day counts. */
export interface SpendRequest {
  /** UTC, `2026-11-25`. */
  readonly day: string;
  readonly conversation?: string;
  /** It is for a draft of an agent. Default false. */
  readonly isDraft?: boolean;
  readonly tokens: number;
}

/** Tokens that are held until it is known how many were used. */
export interface Hold {
  /** Replaces what was held by what was used; once. */
  readonly settle: (used: TokenUse) => Promise<void>;
}

/** Counts what is spent on a model, for all who ask at once. */
export interface SpendLedger {
  /** Holds tokens, or says which limit they would exceed: then nothing is held. What is never settled stays held. */
  readonly hold: (request: SpendRequest, limits: SpendLimits) => Promise<Hold | SpentLimit>;
  /** Tokens that a day has used or holds. */
  readonly spentOn: (day: string) => Promise<number>;
}

/** The day that spending counts on, in UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
