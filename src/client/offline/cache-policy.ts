/** What the policy needs to know of a request. */
export interface RequestFacts {
  readonly method: string;
  readonly url: URL;
  /** The address of the site itself: scheme, host and port. */
  readonly origin: string;
  /** The browser wants a page to show, not a part of one. */
  readonly isNavigation: boolean;
}

/**
 * How a request is answered:
 * - `leave`: the browser does what it does without a service worker;
 * - `page`: from the network, and only when that does not answer from the cache;
 * - `keep`: from the cache; the name changes with the content, so it is never stale;
 * - `refresh`: from the cache at once, while a newer copy is fetched for the next time.
 */
export type CachePolicy = 'leave' | 'page' | 'keep' | 'refresh';

const RULES: readonly (readonly [pattern: RegExp, policy: CachePolicy])[] = [
  // Answers to one reader, what agents see, and the means to switch all this off, are never kept.
  [/^\/(api|agent|healthz|readyz|metrics|sw\.js)(\/|$)/, 'leave'],
  [/^\/_astro\//, 'keep'],
  [/^\/search-data\/[a-z]+-/, 'keep'],
  [/^\/(search|agent|widget|diagnosa)-data\//, 'refresh'],
  [/^\/contacts\.json$/, 'refresh'],
  [/^\/[^/]+\.(svg|png|ico|webmanifest)$/, 'refresh'],
];

/** Chooses how a request is answered. */
export function choosePolicy({ method, url, origin, isNavigation }: RequestFacts): CachePolicy {
  if (method !== 'GET' || url.origin !== origin) return 'leave';
  const rule = RULES.find(([pattern]) => pattern.test(url.pathname));
  if (rule) return rule[1];
  return isNavigation ? 'page' : 'leave';
}

/**
 * The address under which a page is kept. Words that a reader searched for are not part of it: they
 * stay off the disk, and one results page serves all of them.
 */
export function pageKey(url: URL): string {
  return url.origin + url.pathname;
}
