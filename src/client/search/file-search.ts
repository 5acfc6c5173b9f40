import type { Search } from '../../core/search/browser.ts';
import type { AskSearch } from './search-session.ts';

/** Where the site keeps the files of the search index. */
const INDEX_FOLDER = '/search-data/';

/**
 * The search over the index files of the site, in this browser. Its code and the first file arrive
 * with the first request. When a deployment replaced the files in between, the index is opened anew
 * and asked once more.
 */
export function searchInFiles(folder = INDEX_FOLDER): AskSearch {
  let opened: Promise<Search> | undefined;
  const open = async (cache: RequestCache): Promise<Search> => {
    const { openSearch } = await import('../../core/search/browser.ts');
    return openSearch({ load: (name) => fetchText(folder + name, cache) });
  };
  return async (request, signal) => {
    signal.throwIfAborted();
    opened ??= open('default');
    try {
      return await (await opened).search(request);
    } catch {
      signal.throwIfAborted();
      // Old files may refer to files that are gone: only fresh ones can tell.
      opened = open('reload');
      return (await opened).search(request);
    }
  };
}

async function fetchText(address: string, cache: RequestCache): Promise<string> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
  return response.text();
}
