import type { Language } from '../article/browser.ts';
import type { TicketRating, TicketStatus } from './terms.ts';

/** A ticket as its reader sees it, on its page and at the API. Moments are ISO 8601. */
export interface TicketView {
  readonly reference: string;
  readonly lang: Language;
  readonly subject: string;
  /** A ticket that is held is shown as if it were not. */
  readonly status: Exclude<TicketStatus, 'held'>;
  readonly createdAt: string;
  /** By when an answer is due; absent when it is the reader's turn, and once it is over. */
  readonly answerBy?: string;
  readonly messages: readonly TicketViewMessage[];
  /** Answers come by mail too. */
  readonly hasEmail: boolean;
  readonly rating?: TicketRating;
}

export interface TicketViewMessage {
  readonly id: string;
  readonly from: 'reader' | 'agent' | 'system';
  /** The name of the agent. */
  readonly author?: string;
  readonly text: string;
  readonly at: string;
  readonly guides: readonly TicketViewGuide[];
  readonly attachments: readonly TicketViewAttachment[];
}

/** A guide that an agent sent, under its short address. */
export interface TicketViewGuide {
  /** Id of the problem. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly solved?: boolean;
}

export interface TicketViewAttachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Where its reader finds it. */
  readonly url: string;
}

/** What a reader has filled into the form of a ticket; all '' at the beginning. */
export interface TicketForm {
  readonly subject: string;
  readonly text: string;
  readonly email: string;
  readonly phone: string;
  readonly service: string;
  readonly problem: string;
  readonly conversation: string;
}

/** What is wrong with a field, by a code that the page has words for. */
export type TicketFormProblem =
  'missing' | 'too-long' | 'not-an-address' | 'secret' | 'file-type' | 'file-size' | 'no-room';

/** Why a form was not taken though its reader can mend nothing in it. `seconds`: to wait before it is sent again. */
export interface TicketFormRefusal {
  readonly reason: 'unreadable' | 'busy' | 'too-many' | 'away' | 'nothing-chosen';
  readonly seconds?: number;
}
