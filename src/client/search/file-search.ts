import type { Language } from '../../core/article/browser.ts';
import type { Search, SearchRequest, SearchResponse } from '../../core/search/browser.ts';
import type { AskSearch } from './search-session.ts';

type Early = (response: SearchResponse) => void;
type AskFiles = (request: SearchRequest, early: Early | undefined) => Promise<SearchResponse>;

/** Where the site keeps the files of the search index. */
const INDEX_FOLDER = '/search-data/';

/** On a slow line the rows of the model take longer than a reader should wait to see something. */
const WORDS_FIRST_AFTER_MS = 250;

/**
 * The search over the index files of the site, in this browser. Its code and the first file arrive
 * with the first request. Words answer early when meanings take long. When a deployment replaced the files in between, the index is opened anew
 * and asked once more.
 */
export function searchInFiles(site = ''): AskSearch {
  const folder = site + INDEX_FOLDER;
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
    return async (request, early) => {
      const opening = fused.get(request.lang) ?? openFused(request.lang);
      fused.set(request.lang, opening);
      let isAnswered = false;
      const sayWords = async () => {
        const response = await lexical.search(request);
        if (!isAnswered) early?.(response);
      };
      const timer = early && setTimeout(() => void sayWords().catch(() => undefined), WORDS_FIRST_AFTER_MS);
      try {
        return await (await opening).search(request);
      } catch {
        // No vectors here, or offline without the rows of these words: words alone answer, and say so.
        return await lexical.search(request);
      } finally {
        isAnswered = true;
        clearTimeout(timer);
      }
    };
  };
  return async (request, signal, early) => {
    signal.throwIfAborted();
    opened ??= open('default');
    try {
      return await (
        await opened
      )(request, early);
    } catch {
      signal.throwIfAborted();
      // Old files may refer to files that are gone: only fresh ones can tell.
      opened = open('reload');
      return (await opened)(request, early);
    }
  };
}

async function fetchFile(address: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}.`);
  return response;
}
