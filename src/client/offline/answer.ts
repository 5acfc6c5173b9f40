import { pageKey } from './cache-policy.ts';
import { mayKeepResponse } from './keep-response.ts';

/** What the strategies work with; a browser's own in the worker, fakes in tests. */
export interface AnswerTools {
  readonly cache: Pick<Cache, 'match' | 'put'>;
  readonly fetch: (request: Request | string) => Promise<Response>;
  /** Lets work go on after the answer was given. */
  readonly later: (work: Promise<unknown>) => void;
}

/** After this long without an answer from the network, a kept page is shown. */
const PATIENCE_MS = 3000;

/**
 * A page from the network; the kept one only when the network fails, takes longer than `patienceMs`,
 * or the server is broken; else `offlinePage`.
 */
export async function answerPage(
  request: Request,
  offlinePage: string,
  { cache, fetch, later }: AnswerTools,
  patienceMs = PATIENCE_MS,
): Promise<Response> {
  const url = new URL(request.url);
  const arriving = fetch(request).then((response) => {
    if (mayKeepResponse(response, url)) later(put(cache, pageKey(url), response.clone()));
    return response;
  });
  const inTime = await Promise.race([arriving.catch(() => undefined), wait(patienceMs)]);
  if (inTime && inTime.status < 500) return inTime;
  const kept = await cache.match(pageKey(url));
  if (kept) {
    later(arriving.catch(() => undefined));
    return kept;
  }
  try {
    return inTime ?? (await arriving);
  } catch (error) {
    const offline = await cache.match(offlinePage);
    if (offline) return offline;
    throw error;
  }
}

/** A file whose name changes with its content: from the cache, and from the network only once. */
export async function answerKept(request: Request, { cache, fetch, later }: AnswerTools): Promise<Response> {
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.status === 200) later(put(cache, request, response.clone()));
  return response;
}

/** A file from the cache at once, renewed behind it for the next time. */
export async function answerRefreshed(
  request: Request,
  { cache, fetch, later }: AnswerTools,
): Promise<Response> {
  const kept = await cache.match(request);
  const arriving = fetch(request).then((response) => {
    if (response.status === 200) later(put(cache, request, response.clone()));
    return response;
  });
  if (!kept) return arriving;
  later(arriving.catch(() => undefined));
  return kept;
}

async function put(cache: Pick<Cache, 'put'>, key: Request | string, response: Response): Promise<void> {
  try {
    await cache.put(key, response);
  } catch {
    // The disk is full: the reader has the answer, only the copy is missing.
  }
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
  });
}
