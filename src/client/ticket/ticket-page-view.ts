import type { Language } from '../../core/article/browser.ts';
import type { TicketFormProblem, TicketView } from '../../core/ticket/browser.ts';
import type { TicketWords } from './words.ts';

/** Everything that the page of a ticket shows at one moment: plain data, drawn alike on the server and in the browser. */
export interface TicketPageView {
  readonly lang: Language;
  readonly words: TicketWords;
  readonly view: TicketView;
  /** The path of the page; its forms go there. */
  readonly path: string;
  /** The origin of the site, by which its own guides are known. */
  readonly origin: string;
  readonly now: Date;
  /** Sent with the reply, so that sending it twice is one reply. */
  readonly key: string;
  /** What the reader wrote and could not be taken. */
  readonly draft?: { readonly text: string; readonly problem?: TicketFormProblem };
}
