import type { SendingWords } from '../sending/browser.ts';
import type { TicketFormProblem, TicketRating, TicketView } from '../../core/ticket/browser.ts';

/** What is said of the files that a reader adds. */
export interface FileWords {
  readonly label: string;
  readonly hint: string;
  readonly remove: string;
  /** With `{percent}`. */
  readonly progress: string;
  /** With `{name}`. */
  readonly wrongType: string;
  /** With `{name}`. */
  readonly tooLarge: string;
  readonly tooMany: string;
  /** With `{name}`. */
  readonly notTaken: string;
}

/** The words on the page of a ticket, in one language; `{…}` are filled in. */
export interface TicketWords {
  /** Heading of where it stands. */
  readonly standing: Readonly<Record<TicketView['status'], string>>;
  /** By when an answer is due, with `{time}`. */
  readonly due: string;
  /** It was due, with `{time}`. */
  readonly late: string;
  /** An answer is awaited, and no time is known. */
  readonly awaited: string;
  readonly readerTurn: string;
  readonly solvedText: string;
  /** With `{reference}`. */
  readonly reference: string;
  readonly thread: string;
  readonly you: string;
  readonly agent: string;
  readonly pandu: string;
  readonly guideSolved: string;
  readonly guideFailed: string;
  readonly saidSolved: string;
  readonly saidFailed: string;
  readonly files: string;
  /** While no agent has answered yet. */
  readonly replyFirst: string;
  readonly replyTitle: string;
  readonly replyAgain: string;
  readonly replyLabel: string;
  readonly send: string;
  readonly sent: string;
  readonly solvedNow: string;
  readonly newAnswer: string;
  readonly ratingTitle: string;
  readonly ratings: Readonly<Record<TicketRating, string>>;
  readonly commentLabel: string;
  readonly rate: string;
  /** With `{rating}`. */
  readonly rated: string;
  readonly file: FileWords;
  readonly problems: Readonly<Record<TicketFormProblem, string>>;
  readonly sending: SendingWords;
}
