import type { DeskWords } from './desk-words.ts';

/** The way to an agent, where the server has a desk. */
export interface DeskSettings {
  /** The addresses of all tickets, and of the work that is done before one is sent. */
  readonly tickets: string;
  readonly proof: string;
  /** The page with the form, for readers without scripts. */
  readonly contact: string;
  /** Answers go out by mail too. */
  readonly answersByMail: boolean;
  readonly words: DeskWords;
}
