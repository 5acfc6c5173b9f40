import { readConversation, STATUSES, type Conversation, type Status } from '../../core/assistant/browser.ts';
import type { Citation, Reply } from '../../core/wording/browser.ts';

/** What the server says about a conversation, as far as the page needs it. */
export interface ServerAnswer {
  readonly id: string;
  /** Opens the conversation; only the answer that creates it has one. */
  readonly secret?: string;
  readonly conversation: Conversation;
  readonly notice?: Status;
  readonly reply: Reply;
}

/** The server answers in a form that this page does not know. */
export class UnknownAnswerError extends Error {
  override readonly name = 'UnknownAnswerError';

  constructor() {
    super('The server answers in a form that this page does not know. It may be of another version.');
  }
}

/**
 * Reads an answer of the API.
 * @throws {UnknownAnswerError} when it is none.
 */
export function readAnswer(json: string): ServerAnswer {
  const value = parse(json);
  const { id, secret, notice, turns, reply } = value;
  const conversation = readConversation(JSON.stringify(turns));
  const said = readReply(JSON.stringify(reply ?? null));
  if (typeof id !== 'string' || !/^[\w-]{1,80}$/.test(id) || !conversation || !said) {
    throw new UnknownAnswerError();
  }
  const status = STATUSES.find((name) => name === notice);
  return {
    id,
    ...(typeof secret === 'string' && { secret }),
    conversation,
    ...(status && { notice: status }),
    reply: said,
  };
}

/** Reads what is said; undefined when it is nothing of that kind. Without a mode, the guide itself says it. */
export function readReply(json: string): Reply | undefined {
  const value: unknown = JSON.parse(json);
  if (!isRecord(value)) return undefined;
  const { text, citations, mode } = value;
  if (typeof text !== 'string' || !Array.isArray(citations) || !citations.every(isCitation)) return undefined;
  return { text, citations, mode: mode === 'model' ? 'model' : 'extractive' };
}

function isCitation(value: unknown): value is Citation {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['url'] === 'string' &&
    typeof value['anchor'] === 'string'
  );
}

function parse(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    if (isRecord(value)) return value;
  } catch {
    // As below.
  }
  throw new UnknownAnswerError();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
