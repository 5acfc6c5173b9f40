/// <reference types="astro/client" />
import type { Conversation, Status } from './core/assistant/index.ts';
import type { WordingMode } from './core/wording/index.ts';
import type { SearchRequest, SearchResponse } from './core/search/index.ts';

declare global {
  namespace App {
    interface Locals {
      /** Set by the server around the pages; absent in a static build and in `astro dev`. */
      search?: (request: SearchRequest) => Promise<SearchResponse>;
      /** Where the server leads conversations, and who words its replies now. Set and absent as `search` is. */
      assistant?: { readonly api: string; readonly mode: WordingMode };
      /** On the page of the diagnosis: its form and its reader. Absent as `search` is. */
      form?: {
        /** The form may be posted, because conversations can be kept now. */
        readonly mayPost: boolean;
        /** The conversation that this reader's browser names. */
        readonly kept?: { readonly conversation: Conversation; readonly notice?: Status };
        /** A form that was posted while nothing could be kept, urlencoded. */
        readonly posted?: string;
      };
    }
  }
}
