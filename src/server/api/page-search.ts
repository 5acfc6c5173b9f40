import type { SearchRequest, SearchResponse } from '../../core/search/browser.ts';
import { MOST_CHARACTERS, type AskSearch } from '../http/index.ts';

/**
 * The search for pages. A reader's form is never refused: what search cannot read is taken out, and what is
 * too long is cut. The answer carries the words as they were searched for.
 */
export function forgiveQuery(search: AskSearch): (request: SearchRequest) => Promise<SearchResponse> {
  return (request) => {
    const readable = request.query.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD]/gu, ' ');
    return search({ ...request, query: Array.from(readable).slice(0, MOST_CHARACTERS).join('') });
  };
}
