import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';
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
import type { Actor, TicketEvent } from './ticket.ts';

// The tables of `migration/*.sql` for typed statements; a test holds both to one another.

export const ticketTable = pgTable(
  'ticket',
  {
    id: text().primaryKey(),
    reference: text().notNull().unique(),
    lang: text().$type<Language>().notNull(),
    subject: text().notNull(),
    status: text().$type<TicketStatus>().notNull(),
    priority: text().$type<Priority>().notNull(),
    urgency: smallint().notNull(),
    channel: text().$type<TicketChannel>().notNull(),
    problem: text(),
    service: text(),
    conversation: text(),
    email: text(),
    phone: text(),
    assignee: text(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    firstReplyDue: moment('first_reply_due'),
    solveDue: moment('solve_due'),
    firstReplyLeft: integer('first_reply_left'),
    solveLeft: integer('solve_left'),
    firstReplyWarned: smallint('first_reply_warned').notNull(),
    solveWarned: smallint('solve_warned').notNull(),
    nextWarningAt: moment('next_warning_at').notNull(),
    dueAt: moment('due_at').notNull(),
    firstRepliedAt: moment('first_replied_at'),
    solvedAt: moment('solved_at'),
    outcome: text().$type<TicketOutcome>(),
    rating: text().$type<TicketRating>(),
    ratingComment: text('rating_comment'),
    suspicions: text().notNull().default(''),
    openingKey: text('opening_key').unique(),
    openingBody: text('opening_body'),
    version: integer().notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  ({ assignee, createdAt, dueAt, email, expiresAt, id, nextWarningAt, solvedAt, status, urgency }) => [
    index('ticket_pressing').on(urgency, dueAt, id),
    index('ticket_assigned').on(assignee, urgency, dueAt, id),
    index('ticket_waiting').on(urgency, dueAt, id),
    index('ticket_latest').on(status, sql`coalesce(${solvedAt}, ${createdAt})`, id),
    index('ticket_counted').on(status, assignee, dueAt, expiresAt),
    index('ticket_email').on(email),
    index('ticket_expires_at').on(expiresAt),
    index('ticket_next_warning_at').on(nextWarningAt),
  ],
);

export const wordsTable = pgTable(
  'ticket_words',
  {
    ticket: text().primaryKey(),
    words: customType<{ data: string }>({ dataType: () => 'tsvector' })().notNull(),
  },
  ({ words }) => [index('ticket_words_words').using('gin', words)],
);

export const accessTable = pgTable(
  'ticket_access',
  {
    tokenHash: text('token_hash').primaryKey(),
    ticket: text().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  ({ ticket }) => [index('ticket_access_ticket').on(ticket)],
);

export const messageTable = pgTable(
  'ticket_message',
  {
    id: text().primaryKey(),
    ticket: text().notNull(),
    kind: text().$type<MessageKind>().notNull(),
    author: text(),
    text: text().notNull(),
    createdAt: moment('created_at').notNull(),
    sendAt: moment('send_at').notNull(),
    requestKey: text('request_key'),
    requestBody: text('request_body'),
    withdrawnAt: moment('withdrawn_at'),
    place: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  ({ place, requestKey, ticket }) => [
    unique('ticket_message_ticket_request_key_key').on(ticket, requestKey),
    index('ticket_message_ticket').on(ticket, place),
  ],
);

export const guideTable = pgTable(
  'ticket_guide',
  {
    message: text().notNull(),
    ticket: text().notNull(),
    problem: text().notNull(),
    form: text().$type<GuideForm>().notNull(),
    solved: boolean(),
  },
  ({ message, problem, ticket }) => [
    primaryKey({ columns: [message, problem] }),
    index('ticket_guide_problem').on(problem),
    index('ticket_guide_ticket').on(ticket),
  ],
);

export const eventTable = pgTable(
  'ticket_event',
  {
    id: text().primaryKey(),
    ticket: text().notNull(),
    at: moment('at').notNull(),
    actorKind: text('actor_kind').$type<Actor['kind']>().notNull(),
    actorId: text('actor_id'),
    verb: text().$type<TicketVerb>().notNull(),
    detail: jsonb().$type<TicketEvent['detail']>().notNull(),
    place: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  ({ place, ticket }) => [index('ticket_event_ticket').on(ticket, place)],
);

export const attachmentTable = pgTable(
  'attachment',
  {
    id: text().primaryKey(),
    ticket: text(),
    message: text(),
    name: text().notNull(),
    type: text().notNull(),
    bytes: integer().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  ({ createdAt, message, ticket }) => [
    index('attachment_ticket').on(ticket),
    index('attachment_message').on(message),
    index('attachment_unclaimed').on(createdAt),
  ],
);

export type TicketRow = typeof ticketTable.$inferSelect;
export type MessageRow = typeof messageTable.$inferSelect;
export type EventRow = typeof eventTable.$inferSelect;

function moment(name: string) {
  return timestamp(name, { withTimezone: true });
}
