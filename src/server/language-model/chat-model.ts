import type { Prompt } from '../../core/wording/index.ts';

/** A tool that a model may propose to use, with its parameters as JSON schema. */
export interface ChatTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ChatRequest {
  readonly prompt: Prompt;
  /** The most tokens of the answer. */
  readonly maxTokens: number;
  readonly tools?: readonly ChatTool[];
}

/** Tokens of one request; `isEstimated` when the server did not count them. */
export interface TokenUse {
  readonly input: number;
  readonly output: number;
  readonly isEstimated: boolean;
}

/** What comes of a request: text as it is written, the end last; `usage` may be missing. */
export type ChatEvent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly input: unknown }
  | { readonly kind: 'usage'; readonly input: number; readonly output: number }
  /** The answer is over; not whole when it was cut at `maxTokens`. */
  | { readonly kind: 'end'; readonly isWhole: boolean };

/** A language model. */
export interface ChatModel {
  readonly name: string;
  /** @throws {ChatModelError} also in the middle of an answer. Aborting ends it, with or without an error. */
  readonly ask: (request: ChatRequest, signal: AbortSignal) => AsyncIterable<ChatEvent>;
}

/** What went wrong with a model; it holds neither key nor text. */
export type ChatFault = 'unreachable' | 'rate-limited' | 'refused' | 'broken' | 'malformed' | 'cut';

/** A model did not answer as it should. */
export class ChatModelError extends Error {
  override readonly name = 'ChatModelError';
  readonly fault: ChatFault;
  readonly status: number | undefined;

  constructor(fault: ChatFault, status?: number) {
    super(`The language model failed: ${fault}${status === undefined ? '' : ` (status ${status})`}.`);
    this.fault = fault;
    this.status = status;
  }
}

/** Tokens of a text at most, for servers that do not count: Indonesian takes a token for about three letters. */
export function estimateTokens(text: string): number {
  return Math.ceil(new TextEncoder().encode(text).length / BYTES_PER_TOKEN);
}

const BYTES_PER_TOKEN = 2.5;
