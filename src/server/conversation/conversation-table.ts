import { index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { Language } from '../../core/article/browser.ts';
import type { PersonalKind } from '../../core/safety/browser.ts';
import type { KeyedRequest } from '../secret/index.ts';
import type { Outcome } from './kept-conversation.ts';

/** The table of `migration/*.sql` for typed statements; a test holds both to one another. */
export const conversationTable = pgTable(
  'conversation',
  {
    id: text().primaryKey(),
    secretHash: text('secret_hash').notNull(),
    lang: text().$type<Language>().notNull(),
    conversation: text().notNull(),
    revision: integer().notNull(),
    version: integer().notNull(),
    state: text().notNull(),
    outcome: text().$type<Outcome>().notNull(),
    notice: text(),
    masked: jsonb().$type<MaskedCounts>().notNull(),
    requests: jsonb().$type<readonly KeyedRequest[]>().notNull(),
    openingKey: text('opening_key').unique(),
    openingBody: text('opening_body'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  ({ expiresAt }) => [index('conversation_expires_at').on(expiresAt)],
);

/** How often each kind of personal data was masked. */
export type MaskedCounts = Readonly<Partial<Record<PersonalKind, number>>>;

/** A row as it is stored. */
export type ConversationRow = typeof conversationTable.$inferSelect;

function moment(name: string) {
  return timestamp(name, { withTimezone: true });
}
