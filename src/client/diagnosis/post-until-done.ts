import type { Reply } from '../../core/wording/browser.ts';
import { post, RefusedError, type Posting, type StreamListener } from './post.ts';
import { UnknownAnswerError, type ServerAnswer } from './server-answer.ts';

/** The server cannot be reached, or not soon enough. */
export class OutOfReachError extends Error {
  override readonly name = 'OutOfReachError';

  constructor(cause: unknown) {
    super('The server cannot be reached.', { cause });
  }
}

/** How long a posting is tried. */
export interface Patience {
  /** Pauses before the next attempt while the reader waits for the turn, in milliseconds. */
  readonly beforeState: readonly number[];
  /** The same while only words are missing: what there is to do stands on the page already. */
  readonly beforeWords: readonly number[];
  /** The longest time without the turn, in milliseconds. */
  readonly stateMs: number;
  /** The longest time until the words are done, in milliseconds. */
  readonly wordsMs: number;
}

export const PATIENCE: Patience = {
  beforeState: [400, 1200],
  beforeWords: [500, 1000, 2000, 4000, ...Array<number>(12).fill(8000)],
  stateMs: 8000,
  wordsMs: 120_000,
};

/** What the page hears of the words. After a break they may begin again: what stands at a place, and after it, is replaced. */
export interface WordsListener {
  sentence(text: string, place: number): void;
  /** The words that count. */
  reply(reply: Reply): void;
  /** No words will come: patience is over. */
  missing(): void;
  /** In the place of the words: others went on with the conversation meanwhile. */
  overtaken(answer: ServerAnswer): void;
}

/** Hears of the turn, once, before its words. */
export type TurnListener = WordsListener & Pick<StreamListener, 'state'>;

/**
 * Posts, again after every break and always under the same key, until the stream is done. Fulfilled with the
 * turn as soon as it is safe; the words follow. What is still missing when patience ends, or when `stop` is
 * aborted, is left out.
 * @throws {RefusedError} when the server refuses.
 * @throws {OutOfReachError} when there is no turn in time.
 */
export function postUntilDone(
  posting: Posting,
  words: TurnListener,
  stop: AbortController,
  patience: Patience = PATIENCE,
): Promise<ServerAnswer> {
  return new Promise((resolve, reject) => {
    const stopIn = (ms: number) =>
      setTimeout(() => {
        stop.abort();
      }, ms);
    let timer = stopIn(patience.stateMs);
    let isSafe = false;
    const begin = (): StreamListener => {
      let place = 0;
      let isTold = false;
      return {
        state(answer) {
          if (isTold) words.overtaken(answer);
          isTold = true;
          if (isSafe) return;
          isSafe = true;
          clearTimeout(timer);
          timer = stopIn(patience.wordsMs);
          words.state(answer);
          resolve(answer);
        },
        sentence(text) {
          words.sentence(text, place++);
        },
        reply(reply) {
          words.reply(reply);
        },
      };
    };
    const pauseAfter = (breaks: number) => (isSafe ? patience.beforeWords : patience.beforeState)[breaks];
    keepPosting(posting, begin, stop.signal, pauseAfter)
      // Once the turn is there, this changes nothing.
      .catch((fault: unknown) => {
        if (isSafe) words.missing();
        reject(fault instanceof RefusedError ? fault : new OutOfReachError(fault));
      })
      .finally(() => {
        clearTimeout(timer);
      });
  });
}

async function keepPosting(
  posting: Posting,
  begin: () => StreamListener,
  signal: AbortSignal,
  pauseAfter: (breaks: number) => number | undefined,
): Promise<void> {
  for (let breaks = 0; ; breaks++) {
    try {
      await post(posting, begin(), signal);
      return;
    } catch (fault) {
      const pauseMs = pauseAfter(breaks);
      if (signal.aborted || pauseMs === undefined || !isPassing(fault)) throw fault;
      await pause(pauseMs, signal);
    }
  }
}

/** A server that is busy, restarting or of another mind in a moment; a connection that broke. */
function isPassing(fault: unknown): boolean {
  if (fault instanceof UnknownAnswerError) return false;
  return !(fault instanceof RefusedError) || fault.status >= 500 || PASSING.has(fault.status);
}

const PASSING: ReadonlySet<number> = new Set([409, 425, 429]);

/** Ends sooner when the connection comes back. @throws when the signal says stop. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const end = (settle: () => void) => () => {
      clearTimeout(timer);
      ended.abort();
      settle();
    };
    const timer = setTimeout(end(resolve), ms);
    addEventListener('online', end(resolve), { signal: ended.signal });
    signal.addEventListener(
      'abort',
      end(() => {
        reject(new OutOfReachError(signal.reason));
      }),
      { signal: ended.signal },
    );
  });
}
