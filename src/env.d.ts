/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Set by the server around the pages; absent in a static build and in `astro dev`. */
    search?: (
      request: import('./core/search/hit.ts').SearchRequest,
    ) => Promise<import('./core/search/hit.ts').SearchResponse>;
  }
}
