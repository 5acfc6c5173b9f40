import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { SearchRequest, SearchResponse } from '../../core/search/browser.ts';
import type { AskSearch, PageLocals, RenderPage } from '../http/index.ts';
import { CapturedResponse } from './captured-response.ts';
import { forgiveQuery } from './page-search.ts';

/** Astro's Node adapter in middleware mode. */
type AstroHandler = (
  request: IncomingMessage,
  response: CapturedResponse,
  next: (error?: unknown) => void,
  locals: App.Locals,
) => Promise<void>;

/**
 * Opens Astro's program for the pages made on request.
 * @throws when the file is missing or is not such a program.
 */
export async function openAstroPages(entry: string, search: AskSearch, siteUrl: string): Promise<RenderPage> {
  const program: unknown = await import(pathToFileURL(entry).href);
  if (!hasHandler(program)) throw new Error(`${entry} has no handler. Build the site again.`);
  return (request, locals) => renderWith(program.handler, request, search, siteUrl, locals);
}

function hasHandler(program: unknown): program is { readonly handler: AstroHandler } {
  return (
    typeof program === 'object' &&
    program !== null &&
    'handler' in program &&
    typeof program.handler === 'function'
  );
}

async function renderWith(
  handler: AstroHandler,
  request: Request,
  search: AskSearch,
  siteUrl: string,
  more: PageLocals,
): Promise<Response | undefined> {
  const { pathname, search: query } = new URL(request.url);
  const incoming = new IncomingMessage(new Socket());
  // HEAD differs only in that its body is not sent, which the server sees to.
  incoming.method = 'GET';
  incoming.url = pathname + query;
  // Addresses in pages are made from the site's own, never from what a client claims.
  incoming.headers = { ...Object.fromEntries(request.headers), host: new URL(siteUrl).host };
  incoming.push(null);
  const answer = new CapturedResponse(incoming);
  const { locals, failure } = watchSearch(search);
  const isElsewhere = await new Promise<boolean>((resolve, reject) => {
    answer.captured.then(() => {
      resolve(false);
    }, reject);
    handler(
      incoming,
      answer,
      (error) => {
        if (error) reject(error instanceof Error ? error : new Error('The page could not be made.'));
        else resolve(true);
      },
      { ...more, ...locals },
    ).catch(reject);
  });
  // Astro would print the address of a page that throws, and with it the reader's words. So the page is
  // made as if nothing had been found, and put aside.
  const error = failure();
  if (error !== undefined) throw new Error('The search failed while a page was made.', { cause: error });
  return isElsewhere ? undefined : answer.captured;
}

function watchSearch(search: AskSearch): { locals: App.Locals; failure: () => unknown } {
  const forgiving = forgiveQuery(search);
  let failure: unknown;
  const watched = async (request: SearchRequest): Promise<SearchResponse> => {
    try {
      return await forgiving(request);
    } catch (error) {
      failure = error;
      return { query: request.query, lang: request.lang, outOfScope: true, mode: 'lexical', results: [] };
    }
  };
  return { locals: { search: watched }, failure: () => failure };
}
