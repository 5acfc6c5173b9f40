import { guidePath, type Language, type Service } from '../../core/article/browser.ts';
import type { Conversation, Move, Register, Status } from '../../core/assistant/browser.ts';
import type { CopiedStep } from '../../core/copy/browser.ts';
import type { DiagnosisModel } from '../../core/diagnosis/browser.ts';
import type { Reply } from '../../core/wording/browser.ts';
import type { Html } from '../markup/browser.ts';
import type { DeskSettings } from './desk-settings.ts';
import type { SentTicket } from './sent-ticket.ts';
import type { DiagnosisWords } from './words.ts';

/** Everything that the page shows at one moment: plain data, drawn alike on the server and in the browser. */
export interface DiagnosisView {
  readonly lang: Language;
  readonly words: DiagnosisWords;
  readonly model: DiagnosisModel;
  readonly conversation: Conversation;
  readonly move: Move;
  readonly register: Register;
  readonly notice?: Status;
  /** Where the words of the reader are: on this device alone, or also on the server that words the replies. */
  readonly keeps: 'device' | 'server';
  /** What the server says beside the move; the browser writes it itself. */
  readonly reply?: Reply;
  /** The steps of guides that are at hand, by problem. */
  readonly steps: ReadonlyMap<string, readonly CopiedStep[]>;
  /** The directory; undefined when it could not be had. */
  readonly services?: readonly Service[];
  /** The way to an agent; absent where there is none. */
  readonly desk?: DeskSettings;
  /** What an agent has now, as far as this device knows. */
  readonly sent?: SentTicket;
  /** What stands around the packet at the end; absent where it could not be had. */
  readonly packet?: PacketDrawings;
  /** What the reader has begun to write. */
  readonly draft?: string;
  /** The texts to take along, as the reader changed them. */
  readonly edited?: { readonly [Kind in CopiedKind]?: string | undefined };
  /** For pages without scripts: the conversation, carried by the form. */
  readonly carried?: string;
  /** The form is posted to the server, which keeps the conversation; `revision` of the one that it keeps already. */
  readonly posting?: { readonly revision?: number };
}

/** Drawn apart: nobody pays for it before the end. */
export interface PacketDrawings {
  /** What the packet holds, to be left out. */
  readonly switches: Html;
  /** The packet in the phone script. */
  readonly script: Html;
  readonly print: Html;
  /** Who has to answer, by when, and who is next. */
  readonly ladder: Html;
}

/** The texts that a reader takes along. */
export type CopiedKind = 'packet' | 'chronology';

/** The title of a problem in the language of the view; '' when there is none (any more). */
export function titleOf({ model, lang }: DiagnosisView, problem: string): string {
  return model.problems[model.placeOf.get(problem) ?? -1]?.title[lang] ?? '';
}

/** The address of a guide. */
export function guideAddress({ lang }: DiagnosisView, problem: string, anchor = ''): string {
  return guidePath(problem, lang) + (anchor === '' ? '' : `#${anchor}`);
}
