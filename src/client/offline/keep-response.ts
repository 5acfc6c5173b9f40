/** What decides whether a page that arrived may be kept. */
export interface PageFacts {
  readonly status: number;
  readonly isRedirected: boolean;
  readonly contentType: string;
  readonly cacheControl: string;
  /** The query of its address, with `?`; '' without. */
  readonly search: string;
}

/**
 * Whether a page may be kept for reading offline: a whole page of the site itself, not made for one
 * reader, not the answer to a query, and not what another address led to.
 */
export function mayKeepPage({ status, isRedirected, contentType, cacheControl, search }: PageFacts): boolean {
  return (
    status === 200 &&
    !isRedirected &&
    search === '' &&
    contentType.startsWith('text/html') &&
    !/\b(no-store|private)\b/.test(cacheControl)
  );
}

/** {@link mayKeepPage} for a response. */
export function mayKeepResponse(response: Response, url: URL): boolean {
  return mayKeepPage({
    status: response.status,
    isRedirected: response.redirected,
    contentType: response.headers.get('content-type') ?? '',
    cacheControl: response.headers.get('cache-control') ?? '',
    search: url.search,
  });
}
