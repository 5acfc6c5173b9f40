import type { Language, Sector } from '../article/browser.ts';

/** A question to the search. */
export interface SearchRequest {
  /** The reader's words, as typed. */
  readonly query: string;
  readonly lang: Language;
  readonly sector?: Sector;
  /** 1–50, default 10; other numbers are brought into the range. */
  readonly limit?: number;
  /** False answers with descriptions as passages, for fewer bytes. Default true. */
  readonly passages?: boolean;
}

/** The piece of a guide that answers best. `marks` are [start, end) offsets into `text`, in order. */
export interface Passage {
  readonly text: string;
  /**
   * The anchor on the guide's page: a step's key, or a section (`symptoms`, `steps`,
   * `if-unresolved`, `causes`, `prevention`), the same in both languages; '' is the top.
   */
  readonly anchor: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** One guide that was found. */
export interface SearchHit {
  readonly id: string;
  /** Path of the guide's page in the language of the request. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly sector: Sector;
  /** The ranking score; comparable only within one response. */
  readonly score: number;
  /** Calibrated probability (0–1) that this is the reader's problem; all hits of a response sum to at most 1. */
  readonly confidence: number;
  readonly passage: Passage;
}

/** What the search answers. */
export interface SearchResponse {
  readonly query: string;
  readonly lang: Language;
  /** True when the likeliest reading is that no guide fits; results may still be listed as "nearest". */
  readonly outOfScope: boolean;
  /** Which sides answered: words only, or words and meaning. */
  readonly mode: 'lexical' | 'fused';
  readonly results: readonly SearchHit[];
}
