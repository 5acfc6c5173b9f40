import type { Language } from '../article/browser.ts';
import type {
  GuideForm,
  InboxView,
  MessageKind,
  Priority,
  TicketChannel,
  TicketOutcome,
  TicketRating,
  TicketStatus,
  TicketVerb,
} from './terms.ts';

/** Who is signed in, and who else answers readers. */
export interface DeskAgent {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'agent' | 'lead' | 'admin';
}

/** `GET /agent/api/me`. */
export interface DeskMe {
  readonly agent: DeskAgent;
  /** Replies go out by mail too. */
  readonly mail: boolean;
}

/** A ticket as agents see it. Moments are ISO 8601 here and below. */
export interface DeskTicket {
  readonly id: string;
  readonly reference: string;
  readonly lang: Language;
  readonly subject: string;
  readonly status: TicketStatus;
  readonly priority: Priority;
  readonly channel: TicketChannel;
  /** Id of the problem, as far as it is known. */
  readonly problem?: string;
  /** Slug of the service. */
  readonly service?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly assignee?: string;
  readonly assigneeName?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** By when the first answer, and the end, are due; absent once it came, and while it is the reader's turn. */
  readonly firstReplyDue?: string;
  readonly solveDue?: string;
  readonly firstRepliedAt?: string;
  readonly solvedAt?: string;
  readonly outcome?: TicketOutcome;
  readonly rating?: TicketRating;
  readonly ratingComment?: string;
  readonly version: number;
}

/** `GET /agent/api/tickets`: the most pressing first. */
export interface DeskList {
  readonly tickets: readonly DeskTicket[];
  /** Goes into `after` for what follows. */
  readonly next?: string;
  readonly counts: Readonly<Record<InboxView, number>>;
}

export interface DeskAttachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly url: string;
}

/** A guide in a message that an agent sent. */
export interface DeskSentGuide {
  /** Id of the problem. */
  readonly problem: string;
  readonly form: GuideForm;
  /** Whether the reader says that it solved the problem. */
  readonly solved?: boolean;
}

export interface DeskMessage {
  readonly id: string;
  readonly kind: MessageKind;
  readonly author?: string;
  readonly authorName?: string;
  readonly text: string;
  readonly createdAt: string;
  /** An agent can take it back until then. */
  readonly sendAt: string;
  readonly guides: readonly DeskSentGuide[];
  readonly attachments: readonly DeskAttachment[];
}

export interface DeskTicketEvent {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly kind: 'reader' | 'agent' | 'system'; readonly id?: string };
  readonly verb: TicketVerb;
  readonly detail: Readonly<Record<string, string>>;
}

/** What the reader has told the assistant before a person took over. */
export interface DeskStory {
  readonly summary: string;
  readonly said: readonly string[];
  readonly signs: readonly { readonly ask: string; readonly reply: string }[];
  readonly tried: readonly { readonly action: string; readonly result: string }[];
  readonly candidates: readonly {
    /** Id of the problem. */
    readonly id: string;
    readonly title: string;
    readonly probability: number;
  }[];
  readonly state: string;
}

/** An agent who has the same ticket open. */
export interface DeskViewer {
  /** Id of the agent. */
  readonly agent: string;
  readonly name: string;
  readonly isTyping: boolean;
}

/** `GET /agent/api/tickets/{id}`. */
export interface DeskThread {
  readonly ticket: DeskTicket;
  readonly messages: readonly DeskMessage[];
  readonly events: readonly DeskTicketEvent[];
  readonly story?: DeskStory;
  readonly viewers: readonly DeskViewer[];
  /** Other tickets of the same mailbox, newest first. */
  readonly earlier?: readonly Pick<DeskTicket, 'id' | 'reference' | 'subject' | 'status' | 'createdAt'>[];
}

/** What goes with a reply: which guides its text holds, and in which form. */
export interface InsertedGuide {
  readonly problem: string;
  readonly form: GuideForm;
}

/** `POST …/reply`. */
export interface DeskReply {
  readonly text: string;
  /** The version of the ticket that the agent has seen. */
  readonly version: number;
  readonly guides: readonly InsertedGuide[];
  readonly attachments?: readonly string[];
  /** Whose turn it is afterwards; default `waiting`. */
  readonly status?: 'open' | 'waiting';
}

/** The answer to a reply or a note. */
export interface DeskSent {
  readonly message: DeskMessage;
  readonly ticket: DeskTicket;
}

/** `POST …/withdraw`: what goes back into the box. */
export interface DeskWithdrawn {
  readonly text: string;
  readonly guides: readonly InsertedGuide[];
  readonly ticket: DeskTicket;
}

/** `POST …/draft`. */
export interface DeskDraft {
  readonly text: string;
  readonly guides: readonly InsertedGuide[];
  /** Who worded it: the guide itself, or a language model from guides alone. */
  readonly mode: 'guide' | 'model';
}

/** A guide that fits what is being talked about. */
export interface DeskSuggestion {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly lang: Language;
  readonly probability: number;
  readonly url: string;
  /** An agent has sent it in this conversation already. */
  readonly isSent?: boolean;
}

export interface DeskMacro {
  readonly key: string;
  readonly title: Readonly<Record<Language, string>>;
}

/** `POST …/guide-draft`: files for a writer, and guides that say the same already. */
export interface DeskGuideDraft {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly duplicates: readonly {
    readonly id: string;
    readonly title: string;
    readonly probability: number;
  }[];
}
