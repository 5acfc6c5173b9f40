import type { Article, Language } from '../../core/article/browser.ts';
import type { SearchRequest, SearchResponse } from '../../core/search/browser.ts';

/** Answers a search. */
export type AskSearch = (request: SearchRequest) => Promise<SearchResponse>;

/** Gives the article of an id in a language, or undefined. */
export type ReadArticle = (lang: Language, id: string) => Promise<Article | undefined>;

/** Makes a page on request; undefined where there is none at that address. */
export type RenderPage = (request: Request, locals: PageLocals) => Promise<Response | undefined>;

/** What a page is told beside its request. */
export type PageLocals = Omit<App.Locals, 'search'>;

/** Says whether a client may ask now. */
export interface RateLimiter {
  /** The client of a request. */
  nameClient(remoteAddress: string, forwardedFor: string | undefined): string;
  /** 0 when the client may ask, else the seconds to wait. */
  take(client: string): number;
}
