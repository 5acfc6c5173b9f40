import type { Language } from '../../core/article/browser.ts';
import type { Search, SearchRequest, SearchResponse } from '../../core/search/browser.ts';
import type { AskSearch } from './search-session.ts';

type AskFiles = (request: SearchRequest) => Promise<SearchResponse>;

/** Where the site keeps the files of the search index. */
const INDEX_FOLDER = '/search-data/';

/**
 * The search over the index files of the site, in this browser. Its code and the first file arrive
 * with the first request. When a deployment replaced the files in between, the index is opened anew
 * and asked once more.
 */
export function searchInFiles(folder = INDEX_FOLDER): AskSearch {
  let opened: Promise<AskFiles> | undefined;
  const open = async (cache: RequestCache): Promise<AskFiles> => {
    const core = await import('../../core/search/browser.ts');
    const load = async (name: string) => (await fetchFile(folder + name, cache)).text();
    const lexical = core.openSearch({ load });
    const fused = new Map<Language, Promise<Search>>();
    const openFused = async (lang: Language) => {
      const loadBytes = async (name: string) =>
        new Uint8Array(await (await fetchFile(folder + name, cache)).arrayBuffer());
      return core.openSearch({ load, semantic: { [lang]: await core.openSemanticSide(lang, loadBytes) } });
    };
    return async (request) => {
      const opening = fused.get(request.lang) ?? openFused(request.lang);
      fused.set(request.lang, opening);
      try {
        return await (await opening).search(request);
      } catch {
        // No vectors here, or offline without the rows of these words: words alone answer, and say so.
        return lexical.search(request);
      }
    };
  };
  return async (request, signal) => {
    signal.throwIfAborted();
    opened ??= open('default');
    try {
      return await (
        await opened
      )(request);
    } catch {
      signal.throwIfAborted();
      // Old files may refer to files that are gone: only fresh ones can tell.
      opened = open('reload');
      return (await opened)(request);
    }
  };
}

async function fetchFile(address: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
  return response;
}
