import type { Article, Language } from '../article/browser.ts';
import type { Move, Register, Status } from '../assistant/browser.ts';

/** Everything that a reply is worded from. */
export interface WordingInput {
  readonly lang: Language;
  readonly register: Register;
  readonly move: Move;
  /** What to say first, beside the move. */
  readonly notice?: Status;
  /** The guides at hand in `lang`: that of the move's problem, or the nearest ones, best first. */
  readonly articles: readonly Article[];
  /** The reader's messages, masked, in order. */
  readonly said: readonly string[];
}

/** A place in a guide that a reply rests on. */
export interface Citation {
  /** The problem id. */
  readonly id: string;
  readonly url: string;
  /** Where on the page; '' is the top. */
  readonly anchor: string;
}

/** Who chose the words: the guide itself, or a language model within the guide. */
export type WordingMode = 'extractive' | 'model';

/** What is said. Numbers in brackets, `[1]`, count `citations` from 1. Nothing follows from the words. */
export interface Reply {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly mode: WordingMode;
}
