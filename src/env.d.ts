/// <reference types="astro/client" />
import type { SearchRequest, SearchResponse } from './core/search/index.ts';

declare global {
  namespace App {
    interface Locals {
      /** Set by the server around the pages; absent in a static build and in `astro dev`. */
      search?: (request: SearchRequest) => Promise<SearchResponse>;
    }
  }
}
