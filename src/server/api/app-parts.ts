import type { Conversations, ConversationVoice } from '../conversation/index.ts';
import type { AskSearch, PageLocals, RateLimiter, ReadArticle, RenderPage } from '../http/index.ts';
import type { DraftWriter, ReplyWriter } from '../language-model/index.ts';
import type { AssembledDesk } from './assemble-desk.ts';

/** Answers from the files of the site, or with undefined where there is none at that address. */
export interface SiteFiles {
  /** A file, a redirect to where it is, or 304. */
  answer(request: Request): Promise<Response | undefined>;
  /** A page of the site sent with a status of its own, such as its 404 page. */
  answerWith(address: string, status: number, request: Request): Promise<Response | undefined>;
}

/** What the page of the diagnosis is told of its form and reader. */
export type DiagnosisForm = NonNullable<App.Locals['form']>;

/** Everything that the app is put together from. */
export interface AppParts {
  readonly search: AskSearch;
  readonly readArticle: ReadArticle;
  /** The problem id of a permalink code. */
  readonly resolveCode: (code: string) => Promise<string | undefined>;
  readonly files: SiteFiles;
  readonly renderPage: RenderPage;
  /** Conversations in the database, and what words them. */
  readonly conversations: Conversations;
  readonly voice: ConversationVoice;
  /** Drafts what agents answer; without it guides do. */
  readonly writer?: DraftWriter & Pick<ReplyWriter, 'mode'>;
  /** For so many days a reader's browser remembers its conversation. */
  readonly conversationDays: number;
  readonly siteUrl: string;
  /** Readers can write to agents here. */
  readonly desk?: AssembledDesk;
  /** For how many days things are kept, and how many backups. */
  readonly keep?: NonNullable<PageLocals['keep']>;
  /** Undefined: nobody is told to wait. */
  readonly rateLimiter?: RateLimiter;
  /** Beside it, for what writes into the database. */
  readonly conversationLimits?: { readonly begin: RateLimiter; readonly step: RateLimiter };
  /** Whether new requests are welcome; false while the server stops. */
  readonly isReady: () => boolean;
  /** Aborted when the server stops, so that streams end. */
  readonly stopping: AbortSignal;
  /** Milliseconds; only differences matter. */
  readonly now: () => number;
  /** Receives one line for each fault. */
  readonly log: (line: string) => void;
}
