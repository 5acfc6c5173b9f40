import { searchByApi } from './api-search.ts';
import { searchInFiles } from './file-search.ts';
import type { AskSearch } from './search-session.ts';
import { searchWithFallback } from './search-source.ts';

const searches = new Map<string, AskSearch>();

/**
 * The search of this page, one for all that ask, so that they share what was fetched. `api` is the
 * address of the server's search, undefined where there is none; `site` the origin of the site, '' on its own pages.
 */
export function pageSearch(api: string | undefined, site = ''): AskSearch {
  const key = `${site} ${api ?? ''}`;
  const known = searches.get(key);
  if (known) return known;
  const search = searchWithFallback(api === undefined ? undefined : searchByApi(api), searchInFiles(site));
  searches.set(key, search);
  return search;
}
