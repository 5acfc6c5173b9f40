import type { Search, SearchRequest, SearchResponse } from '../../core/search/index.ts';

export interface FallbackOptions {
  /** Milliseconds that a reader waits for meaning before words alone answer. Default 2,500. */
  readonly patienceMs?: number;
  /** Hears the reason whenever words alone had to answer. */
  readonly onFallback?: (reason: unknown) => void;
}

const PATIENCE_MS = 2_500;

/**
 * A search that compares meanings while their model answers in time, and words alone when it does not: a
 * model on another machine may be slow or gone, and the guides are still here. `mode` says which it was.
 */
export function searchWithFallback(
  fused: Pick<Search, 'search'>,
  lexical: Pick<Search, 'search'>,
  { patienceMs = PATIENCE_MS, onFallback }: FallbackOptions = {},
): (request: SearchRequest) => Promise<SearchResponse> {
  return async (request) => {
    try {
      return await inTime(fused.search(request), patienceMs);
    } catch (reason) {
      onFallback?.(reason);
      return lexical.search(request);
    }
  };
}

async function inTime<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`The embedding model did not answer within ${patienceMs} ms.`));
  }, patienceMs);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
