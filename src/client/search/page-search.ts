import { searchByApi } from './api-search.ts';
import { searchInFiles } from './file-search.ts';
import type { AskSearch } from './search-session.ts';
import { searchWithFallback } from './search-source.ts';

const searches = new Map<string | undefined, AskSearch>();

/**
 * The search of this page, one for all that ask, so that they share what was fetched. `api` is the
 * address of the server's search; undefined where there is none.
 */
export function pageSearch(api: string | undefined): AskSearch {
  const known = searches.get(api);
  if (known) return known;
  const search = searchWithFallback(api === undefined ? undefined : searchByApi(api), searchInFiles());
  searches.set(api, search);
  return search;
}
