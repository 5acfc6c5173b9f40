import type { DeskWords } from '../agent/browser.ts';
import type {
  GuideForm,
  InboxView,
  MessageKind,
  Priority,
  Suspicion,
  TicketChannel,
  TicketOutcome,
  TicketRating,
  TicketStatus,
  TicketVerb,
} from '../../core/ticket/browser.ts';
import type { DraftedBy } from './draft.ts';
import type { Notice } from './inbox-state.ts';

/** The words of the inbox in one language; `{…}` are filled in. */
export interface InboxWords {
  readonly title: string;
  readonly views: Readonly<Record<InboxView, string>>;
  readonly status: Readonly<Record<TicketStatus, string>>;
  readonly priority: Readonly<Record<Priority, string>>;
  readonly channel: Readonly<Record<TicketChannel, string>>;
  readonly outcome: Readonly<Record<TicketOutcome, string>>;
  readonly rating: Readonly<Record<TicketRating, string>>;
  readonly form: Readonly<Record<GuideForm, string>>;
  readonly kind: Readonly<Record<MessageKind, string>>;
  /** What happened, said of somebody: `{who}`; `{what}` is what it was set to. */
  readonly verb: Readonly<Record<TicketVerb, string>>;
  /** Why a ticket is held, within `talk.heldFor`. */
  readonly suspicion: Readonly<Record<Suspicion, string>>;
  readonly notice: Readonly<Record<Notice, string>>;
  readonly language: Readonly<Record<'id' | 'en', string>>;
  readonly frame: {
    readonly views: string;
    readonly account: string;
    readonly desk: string;
    readonly shortcuts: string;
    readonly close: string;
    readonly cancel: string;
    readonly lost: string;
    readonly starting: string;
    readonly needsScript: string;
    readonly forbidden: string;
    readonly absent: string;
    readonly loading: string;
    readonly tryAgain: string;
    readonly switchLanguage: string;
  };
  readonly list: {
    readonly label: string;
    readonly search: string;
    readonly searchHint: string;
    readonly priority: string;
    readonly allPriorities: string;
    readonly empty: string;
    readonly emptySearch: string;
    readonly failed: string;
    readonly more: string;
    /** `{n}` tickets came. */
    readonly fresh: string;
    readonly unread: string;
    readonly moved: string;
    readonly unassigned: string;
    readonly late: string;
    readonly due: string;
    readonly solveDue: string;
    readonly ago: string;
    readonly now: string;
  };
  readonly talk: {
    readonly label: string;
    readonly choose: string;
    readonly back: string;
    readonly story: string;
    readonly toTalk: string;
    readonly unknown: string;
    readonly unreachable: string;
    readonly you: string;
    readonly system: string;
    readonly somebody: string;
    readonly notYet: string;
    readonly came: string;
    readonly solvedIt: string;
    readonly didNot: string;
    readonly image: string;
    readonly typing: string;
    readonly looking: string;
    readonly refused: string;
    readonly overtaken: string;
    readonly rated: string;
    readonly took: string;
    readonly gaveBack: string;
    readonly dueSoon: string;
    /** With `{who}` and `{what}`. */
    readonly heldFor: string;
  };
  readonly box: {
    readonly reply: string;
    readonly note: string;
    readonly readerLanguage: string;
    readonly replyLabel: string;
    readonly noteLabel: string;
    readonly replyHint: string;
    readonly noteHint: string;
    readonly guide: string;
    readonly macro: string;
    readonly noMacros: string;
    readonly draft: string;
    readonly drafting: string;
    /** Who worded the draft that stands in the box, and that it is to be checked. */
    readonly draftedBy: Readonly<Record<DraftedBy, string>>;
    readonly takeOutDraft: string;
    readonly attach: string;
    readonly remove: string;
    readonly after: string;
    readonly waiting: string;
    readonly open: string;
    readonly send: string;
    readonly keepNote: string;
    readonly sending: string;
    readonly undo: string;
    /** `{n}` seconds are left. */
    readonly leaving: string;
    readonly noMail: string;
  };
  readonly act: {
    readonly assign: string;
    readonly toMe: string;
    readonly nobody: string;
    readonly more: string;
    readonly close: string;
    readonly reopen: string;
    readonly hold: string;
    readonly release: string;
    readonly guideDraft: string;
    readonly classify: string;
  };
  readonly story: {
    readonly label: string;
    readonly suggestions: string;
    readonly noSuggestions: string;
    readonly sent: string;
    readonly insertAs: string;
    readonly problem: string;
    readonly unknownProblem: string;
    readonly service: string;
    readonly noService: string;
    readonly change: string;
    readonly summary: string;
    readonly candidates: string;
    readonly signs: string;
    readonly tried: string;
    readonly said: string;
    readonly earlier: string;
    readonly reader: string;
    readonly channel: string;
  };
  readonly close: {
    readonly title: string;
    readonly how: string;
    readonly guide: string;
    readonly noGuide: string;
    readonly done: string;
  };
  readonly guideDraft: {
    readonly title: string;
    readonly lead: string;
    readonly sector: string;
    readonly slug: string;
    readonly slugHint: string;
    readonly write: string;
    readonly duplicates: string;
    readonly noDuplicates: string;
    readonly files: string;
  };
  readonly signIn: {
    readonly title: string;
    readonly text: string;
    readonly open: string;
    readonly again: string;
  };
  readonly palette: {
    readonly insert: string;
    readonly classify: string;
    readonly label: string;
    readonly placeholder: string;
    readonly form: string;
    readonly list: string;
    readonly preview: string;
    readonly desk: DeskWords;
  };
  /** Key and what it does, in groups. */
  readonly shortcuts: readonly {
    readonly title: string;
    readonly keys: readonly (readonly [keys: string, meaning: string])[];
  }[];
}
