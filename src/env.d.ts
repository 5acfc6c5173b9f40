/// <reference types="astro/client" />
import type { Conversation, Status } from './core/assistant/index.ts';
import type { WordingMode } from './core/wording/index.ts';
import type { TicketForm, TicketFormProblem, TicketFormRefusal, TicketView } from './core/ticket/index.ts';
import type { KeepSetting } from './server/privacy/index.ts';
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
      /** For how many days things are kept here, and how many daily backups. Set and absent as `search` is. */
      keep?: Readonly<Record<KeepSetting, number>>;
      /** Readers can write to agents here. Set and absent as `search` is, and absent with PANDU_DESK=off. */
      desk?: {
        readonly answersByMail: boolean;
        /** When this page is drawn, signed, for a form that is filled in on it. */
        readonly drawnAt: string;
      };
      /** On the page for writing to an agent: what was filled in, and what is wrong with it. */
      contact?: {
        readonly form: TicketForm;
        readonly problems: Readonly<Partial<Record<keyof TicketForm | 'file', TicketFormProblem>>>;
        /** Sent with the form, so that sending it twice opens one ticket. */
        readonly key: string;
        /** When the form was drawn first, signed. */
        readonly drawnAt: string;
        readonly refusal?: TicketFormRefusal;
        /** Files came with it, which have to be chosen again. */
        readonly hadFiles?: boolean;
      };
      /** On the page of a ticket; absent for a token that opens none. */
      ticket?: {
        readonly token: string;
        readonly view: TicketView;
        readonly key: string;
        /** What the reader wrote and could not be taken. */
        readonly draft?: {
          readonly text: string;
          readonly problem?: TicketFormProblem;
          /** Files came with it, which have to be chosen again. */
          readonly hadFiles?: boolean;
        };
        readonly refusal?: TicketFormRefusal;
      };
      /** On the page for those who have lost the link of a ticket. */
      lostLink?:
        | {
            readonly step: 'ask' | 'code';
            readonly email: string;
            readonly isWrong: boolean;
            readonly refusal?: TicketFormRefusal;
          }
        | {
            readonly step: 'found';
            readonly tickets: readonly {
              readonly reference: string;
              readonly subject: string;
              readonly url: string;
            }[];
          };
    }
  }
}
