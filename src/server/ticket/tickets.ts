import type { Language } from '../../core/article/browser.ts';
import type {
  DeskRules,
  GuideForm,
  InboxView,
  Priority,
  TicketChannel,
  TicketOutcome,
  TicketRating,
} from '../../core/ticket/index.ts';
import type { Session } from '../database/index.ts';
import type { Ticket, TicketEvent, TicketMessage } from './ticket.ts';

export { INBOX_VIEWS, type InboxView } from '../../core/ticket/index.ts';

/** What a reader asks for. */
export interface TicketOrder {
  readonly lang: Language;
  readonly subject: string;
  /** The packet as the reader has left it, or what they wrote into the form. */
  readonly text: string;
  readonly channel: TicketChannel;
  readonly problem?: string;
  readonly service?: string;
  readonly conversation?: string;
  readonly email?: string;
  readonly phone?: string;
  /** Ids of attachments that were stored and belong to no ticket yet. */
  readonly attachments?: readonly string[];
  /** Why it looks like spam; [] or absent: it does not. Such a ticket is held, never lost. */
  readonly suspicions?: readonly string[];
}

/** A request that may be sent again; the same is carried out once. */
export interface RepeatableRequest {
  readonly key: string;
  readonly body: unknown;
}

export type Opened =
  | { readonly kind: 'opened'; readonly ticket: Ticket; readonly token: string }
  /** The key was used for another request. */
  | { readonly kind: 'other-request' };

/** A ticket with all that was written, oldest first. For its reader: without notes and what is not sent yet. */
export interface TicketThread {
  readonly ticket: Ticket;
  readonly messages: readonly TicketMessage[];
}

export type Replied =
  | { readonly kind: 'replied'; readonly message: TicketMessage; readonly ticket: Ticket }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other-request' };

/** Tickets as their readers use them. A token opens one ticket and nothing else; a wrong one is `unknown`. */
export interface Tickets {
  open(order: TicketOrder, repeatable?: RepeatableRequest): Promise<Opened>;
  readOwn(token: string): Promise<TicketThread | undefined>;
  replyOwn(
    token: string,
    reply: { readonly text: string; readonly attachments?: readonly string[] },
    repeatable?: RepeatableRequest,
  ): Promise<Replied>;
  /** What the reader says of the end; `guide` names the problem of a sent guide that is judged. */
  judgeOwn(
    token: string,
    judgement: {
      readonly solved?: boolean;
      readonly guide?: string;
      readonly rating?: TicketRating;
      readonly comment?: string;
    },
  ): Promise<Ticket | undefined>;
  /** A token more for a ticket, for whoever proved to read its mailbox. */
  grantAccess(ticket: string): Promise<string>;
  /** Ids of the tickets of a mailbox that are not over for long, newest first. */
  findByEmail(email: string): Promise<readonly Ticket[]>;
  /** Takes a mail that answers a ticket; the same Message-ID twice is taken once. */
  receiveMail(
    ticket: string,
    mail: { readonly messageId: string; readonly text: string; readonly attachments?: readonly string[] },
  ): Promise<Replied>;
  findById(ticket: string): Promise<Ticket | undefined>;
  findByReference(reference: string): Promise<Ticket | undefined>;
}

export interface InboxQuery {
  readonly view: InboxView;
  /** Id of the agent who looks. */
  readonly agent: string;
  /** Words of subject, messages, reference or mailbox; a whole reference finds one ticket. */
  readonly text?: string;
  readonly priority?: Priority;
  /** The `next` of the page before. */
  readonly after?: string;
  /** 1–100, default 50. */
  readonly limit?: number;
}

/** A page of the inbox, the most pressing first: by priority, then by deadline, then by age. */
export interface InboxPage {
  readonly tickets: readonly Ticket[];
  readonly next?: string;
  readonly counts: Readonly<Record<InboxView, number>>;
}

/** The outcome of an agent's action. `changed`: somebody else was faster; look again. */
export type Acted<Value = Ticket> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'changed'; readonly ticket: Ticket };

/** Tickets as agents use them; `agent` is the id of whoever acts. Each action is one transaction with its event. */
export interface TicketDesk {
  list(query: InboxQuery): Promise<InboxPage>;
  read(ticket: string): Promise<(TicketThread & { readonly events: readonly TicketEvent[] }) | undefined>;
  /** `version` is the one that the agent has seen: when the reader wrote since, the answer is `changed`. */
  reply(
    agent: string,
    ticket: string,
    reply: {
      readonly text: string;
      readonly version: number;
      readonly guides?: readonly { readonly problem: string; readonly form: GuideForm }[];
      readonly attachments?: readonly string[];
      /** Whose turn it is afterwards; default `waiting`. */
      readonly status?: 'open' | 'waiting';
    },
    repeatable?: RepeatableRequest,
  ): Promise<Acted<TicketMessage>>;
  /** Takes a reply back that is not sent yet; `unknown` once it is. */
  withdraw(agent: string, message: string): Promise<Acted<TicketMessage>>;
  note(agent: string, ticket: string, text: string): Promise<Acted<TicketMessage>>;
  /**
   * `assignee` null gives the ticket back to all. When it has changed since `version`, the answer is `changed`, unless
   * it is so already.
   */
  assign(agent: string, ticket: string, assignee: string | null, version: number): Promise<Acted>;
  prioritise(agent: string, ticket: string, priority: Priority): Promise<Acted>;
  /** Names the problem or service that the ticket is about. */
  classify(
    agent: string,
    ticket: string,
    about: { readonly problem?: string; readonly service?: string },
  ): Promise<Acted>;
  close(
    agent: string,
    ticket: string,
    end: { readonly outcome: TicketOutcome; readonly guide?: string; readonly version: number },
  ): Promise<Acted>;
  reopen(agent: string, ticket: string): Promise<Acted>;
  hold(agent: string, ticket: string): Promise<Acted>;
  release(agent: string, ticket: string): Promise<Acted>;
}

/**
 * What follows from an event beside the ticket itself (mail, webhooks, a desk elsewhere): queued in the transaction
 * of the event, so that neither is without the other. They use that session alone: the ticket is locked, so a call of
 * `Tickets` or `TicketDesk` from here would wait for itself.
 */
export type TicketEffects = (session: Session, event: TicketEvent, ticket: Ticket) => Promise<void>;

/** What tickets need besides their database; the rules come from `loadDeskRules`. */
export interface TicketMeans extends DeskRules {
  readonly effects: TicketEffects;
  readonly now: () => Date;
  /** A ticket is kept for so long after its last change, in days. */
  readonly keepDays: number;
  /** Id of the problem, to what it means for priority; undefined for one that is not known. */
  readonly riskOf: (problem: string) => TicketRisk | undefined;
}

/** What can be lost with a problem (`risk` and `escalate` of its guide). */
export interface TicketRisk {
  readonly risk: string;
  readonly escalate: string;
}
