import type { AskSearch } from './search-session.ts';

/** A server that has not answered by then is treated as absent. */
const PATIENCE_MS = 2500;

/**
 * A search that asks the server first, when there is one, and the files of the index when the server
 * does not answer. After one failure the files answer for as long as the page is open, so that a
 * reader with a bad line waits once.
 */
export function searchWithFallback(api: AskSearch | undefined, files: AskSearch): AskSearch {
  let isServerUsable = api !== undefined;
  return async (request, signal, early) => {
    if (!api || !isServerUsable) return files(request, signal, early);
    try {
      return await withPatience(signal, (limited) => api(request, limited));
    } catch {
      signal.throwIfAborted();
      // Whatever the server's reason, the files hold the same guides.
      isServerUsable = false;
      return files(request, signal, early);
    }
  };
}

/** Not `AbortSignal.any`: the browsers of old phones do not have it. */
async function withPatience<Value>(
  signal: AbortSignal,
  run: (limited: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const limited = new AbortController();
  const stop = () => {
    limited.abort();
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(stop, PATIENCE_MS);
  try {
    return await run(limited.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
