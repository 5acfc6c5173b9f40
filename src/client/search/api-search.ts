import { SECTORS, type Sector } from '../../core/article/browser.ts';
import type { SearchHit, SearchResponse } from '../../core/search/browser.ts';
import type { AskSearch } from './search-session.ts';

/** The server cannot answer this search: it is absent, busy, or of another version. */
class SearchServerError extends Error {
  override readonly name = 'SearchServerError';
}

/** The search of the server at `address` (`/api/v1/search`). @throws for any answer but a good one. */
export function searchByApi(address: string): AskSearch {
  return async ({ query, lang, sector, limit }, signal) => {
    const parameters = new URLSearchParams({ q: query, lang });
    if (sector) parameters.set('sector', sector);
    if (limit) parameters.set('limit', String(limit));
    const response = await fetch(`${address}?${parameters.toString()}`, { signal });
    if (!response.ok) throw new SearchServerError(`The search answered with status ${response.status}.`);
    const body: unknown = await response.json();
    if (!isResponse(body))
      throw new SearchServerError('The search answered in a form that this page does not know.');
    return body;
  };
}

function isResponse(body: unknown): body is SearchResponse {
  if (!isRecord(body)) return false;
  const { query, results, outOfScope } = body;
  return (
    typeof query === 'string' &&
    typeof outOfScope === 'boolean' &&
    Array.isArray(results) &&
    results.every(isHit)
  );
}

function isHit(hit: unknown): hit is SearchHit {
  return (
    isRecord(hit) &&
    typeof hit['id'] === 'string' &&
    // An address that begins with one slash stays on this site.
    typeof hit['url'] === 'string' &&
    /^\/(?!\/)/.test(hit['url']) &&
    typeof hit['title'] === 'string' &&
    typeof hit['description'] === 'string' &&
    isSector(hit['sector']) &&
    isRecord(hit['passage']) &&
    typeof hit['passage']['text'] === 'string' &&
    Array.isArray(hit['passage']['marks'])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether a text names a sector. */
export function isSector(text: unknown): text is Sector {
  return (SECTORS as readonly unknown[]).includes(text);
}
