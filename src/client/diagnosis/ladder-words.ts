import type { Bilingual } from '../../core/article/browser.ts';
import type { LeavablePart } from '../../core/assistant/browser.ts';
import type { Ladder, LimitUnit, StartEvent } from '../../core/ladder/browser.ts';

/** The words around a packet and a ladder, in both languages; `{…}` are filled in. */
export interface LadderWords extends Readonly<Record<Name, Bilingual>> {
  readonly parts: Readonly<Record<LeavablePart, Bilingual>>;
  readonly units: Readonly<Record<LimitUnit, Bilingual>>;
  readonly from: Readonly<Record<StartEvent, Bilingual>>;
}

/** What is fetched when a reader has come to the packet. */
export interface LadderData {
  readonly words: LadderWords;
  readonly ladders: readonly Ladder[];
}

type Name =
  | 'leave'
  | 'byHand'
  | 'readOut'
  | 'print'
  | 'title'
  | 'choose'
  | 'dateLabel'
  | 'today'
  | 'counting'
  | 'noDate'
  | 'by'
  | 'limit'
  | 'extension'
  | 'none'
  | 'bring'
  | 'above'
  | 'pick'
  | 'source'
  | 'calendar'
  | 'saved'
  | 'eventTitle'
  | 'eventText'
  | 'eventNext';
