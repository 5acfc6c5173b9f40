import type { SearchRequest, SearchResponse } from '../../core/search/browser.ts';

/**
 * Answers a request; stops when the signal says so. What can be said at once, while a better answer is
 * still on its way, is told to `early`, at most once and before the answer.
 */
export type AskSearch = (
  request: SearchRequest,
  signal: AbortSignal,
  early?: (response: SearchResponse) => void,
) => Promise<SearchResponse>;

export interface SessionListener {
  /** Told a second time when a better answer to the same request has come. */
  answered(response: SearchResponse): void;
  /** No answer could be had for the newest request. */
  failed(error: unknown): void;
}

export interface SearchSession {
  /** Asks after a pause in typing; a newer request takes the place of every older one. */
  ask(request: SearchRequest): void;
  /** Asks without waiting for a pause. */
  askNow(request: SearchRequest): void;
  /** Drops whatever is under way. */
  cancel(): void;
  /** Fulfilled once nothing is under way; at once when nothing is. */
  settled(): Promise<void>;
}

/** Long enough to skip the letters within a word, short enough to feel immediate. */
const PAUSE_MS = 120;

/**
 * Asks while somebody types: requests are delayed, the one before is cancelled, and an answer that is
 * not to the newest request is never told, in whatever order answers arrive.
 */
export function createSearchSession(
  search: AskSearch,
  listener: SessionListener,
  pauseMs = PAUSE_MS,
): SearchSession {
  let underWay: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void)[] = [];

  const settle = () => {
    underWay = undefined;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const begin = (request: SearchRequest, delayMs: number) => {
    underWay?.abort();
    clearTimeout(timer);
    const mine = new AbortController();
    underWay = mine;
    const run = async () => {
      try {
        const response = await search(request, mine.signal, (early) => {
          if (underWay === mine) listener.answered(early);
        });
        if (underWay === mine) listener.answered(response);
      } catch (error) {
        if (underWay === mine) listener.failed(error);
      } finally {
        if (underWay === mine) settle();
      }
    };
    if (delayMs === 0) void run();
    else timer = setTimeout(() => void run(), delayMs);
  };

  return {
    ask(request) {
      begin(request, pauseMs);
    },
    askNow(request) {
      begin(request, 0);
    },
    cancel() {
      underWay?.abort();
      clearTimeout(timer);
      settle();
    },
    settled() {
      return underWay ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
    },
  };
}
