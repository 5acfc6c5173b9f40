import type { Language } from '../../core/article/browser.ts';
import type {
  GuideForm,
  MessageKind,
  Priority,
  TicketChannel,
  TicketOutcome,
  TicketRating,
  TicketStatus,
  TicketVerb,
} from '../../core/ticket/index.ts';
import type { AttachmentInfo } from '../attachment/index.ts';

export type { MessageKind, TicketVerb } from '../../core/ticket/index.ts';

/** A reader's request for help by a person. */
export interface Ticket {
  readonly id: string;
  /** Easy to read aloud (`4829-1736`); opens nothing. */
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
  /** Id of the conversation that it came from, when its reader has proved that it is theirs. */
  readonly conversation?: string;
  /** Where the reader is answered; personal. */
  readonly email?: string;
  readonly phone?: string;
  /** Id of the agent who has it. */
  readonly assignee?: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** By when the first answer, and the end, are due; absent once it came, and while the reader's turn stops the clock. */
  readonly firstReplyDue?: Date;
  readonly solveDue?: Date;
  readonly firstRepliedAt?: Date;
  readonly solvedAt?: Date;
  readonly outcome?: TicketOutcome;
  readonly rating?: TicketRating;
  readonly ratingComment?: string;
  /** Rises with each change. */
  readonly version: number;
}

export interface TicketMessage {
  readonly id: string;
  readonly ticket: string;
  readonly kind: MessageKind;
  /** Id of the agent who wrote it. */
  readonly author?: string;
  readonly text: string;
  readonly createdAt: Date;
  /** An agent can take it back until then; the reader sees it from then on. */
  readonly sendAt: Date;
  readonly guides: readonly SentGuide[];
  readonly attachments: readonly AttachmentInfo[];
}

/** A guide that an agent has put into a message, and what became of it. */
export interface SentGuide {
  readonly problem: string;
  readonly form: GuideForm;
  /** Whether the reader says that it solved the problem; absent while nobody knows. */
  readonly solved?: boolean;
}

/** Who does something: a reader, an agent, or Pandu by itself. */
export type Actor =
  { readonly kind: 'reader' } | { readonly kind: 'agent'; readonly id: string } | { readonly kind: 'system' };

/** What happened to a ticket; written in the same transaction as the change itself. */
export interface TicketEvent {
  readonly id: string;
  readonly ticket: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly verb: TicketVerb;
  /** Ids and codes, never words of a person. */
  readonly detail: Readonly<Record<string, string>>;
}
