/// <reference types="astro/client" />
import type { WordingMode } from './core/wording/index.ts';
import type { SearchRequest, SearchResponse } from './core/search/index.ts';

declare global {
  namespace App {
    interface Locals {
      /** Set by the server around the pages; absent in a static build and in `astro dev`. */
      search?: (request: SearchRequest) => Promise<SearchResponse>;
      /** Where the server leads conversations, and who words its replies now. Set and absent as `search` is. */
      assistant?: { readonly api: string; readonly mode: WordingMode };
    }
  }
}
