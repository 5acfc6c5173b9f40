import type { Reply } from '../../core/wording/browser.ts';
import { readEvents } from './read-events.ts';
import { readAnswer, readReply, type ServerAnswer } from './server-answer.ts';

/** What a stream tells, in the order in which it comes. Told again, after a break, is told twice. */
export interface StreamListener {
  /** The turn is safe; what there is to do follows from it. */
  state(answer: ServerAnswer): void;
  /** One sentence of the words. */
  sentence(text: string): void;
  /** The words that count. */
  reply(reply: Reply): void;
}

/** One thing to be posted. The same key is the same thing, however often it is posted. */
export interface Posting {
  readonly url: string;
  readonly key: string;
  readonly secret?: string;
  readonly body: object;
}

/** The server has answered, and not with what was asked for. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;

  constructor(status: number) {
    super(`The server answered with status ${status}.`);
    this.status = status;
  }
}

/** The stream ended before it was done. */
export class BrokenStreamError extends Error {
  override readonly name = 'BrokenStreamError';

  constructor() {
    super('The stream ended before it was done.');
  }
}

/**
 * Posts once and tells what comes back until it is done.
 * @throws {RefusedError | BrokenStreamError | Error} when it is not done.
 */
export async function post(posting: Posting, listener: StreamListener, signal: AbortSignal): Promise<void> {
  const { url, key, secret, body } = posting;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      Accept: 'text/event-stream',
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(secret !== undefined && { Authorization: `Bearer ${secret}` }),
    },
    body: JSON.stringify(body),
    cache: 'no-store',
    credentials: 'omit',
    signal,
  });
  if (!response.ok) throw new RefusedError(response.status);
  if (!response.body) throw new BrokenStreamError();
  for await (const { name, data } of readEvents(response.body)) {
    if (name === 'done') return;
    tell(name, data, listener);
  }
  throw new BrokenStreamError();
}

function tell(name: string, data: string, listener: StreamListener): void {
  switch (name) {
    case 'state':
      listener.state(readAnswer(data));
      return;
    case 'sentence': {
      const { text } = JSON.parse(data) as { text?: unknown };
      if (typeof text === 'string') listener.sentence(text);
      return;
    }
    case 'reply': {
      const reply = readReply(data);
      if (reply) listener.reply(reply);
      return;
    }
    case 'error':
      throw new BrokenStreamError();
    default:
    // A newer server may tell more.
  }
}
