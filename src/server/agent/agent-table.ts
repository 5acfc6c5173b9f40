import { boolean, index, integer, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { Language } from '../../core/article/browser.ts';
import type { Role } from './agent.ts';

/** The tables of `migration/*.sql` that better-auth writes; a test holds both to one another. */
export const agentTable = pgTable('agent', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull(),
  image: text(),
  role: text().$type<Role>().notNull(),
  lang: text().$type<Language>(),
  deadlineMail: boolean('deadline_mail').notNull().default(true),
  twoFactorEnabled: boolean('two_factor_enabled'),
  joinedAt: moment('joined_at'),
  dismissedAt: moment('dismissed_at'),
  ...times(),
});

const sessionTable = pgTable(
  'agent_session',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: owner(),
    userAgent: text('user_agent'),
    ipAddress: text('ip_address'),
    expiresAt: moment('expires_at').notNull(),
    ...times(),
  },
  ({ userId }) => [index('agent_session_user_id').on(userId)],
);

const accountTable = pgTable(
  'agent_account',
  {
    id: text().primaryKey(),
    providerId: text('provider_id').notNull(),
    accountId: text('account_id').notNull(),
    userId: owner(),
    password: text(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text(),
    ...times(),
  },
  ({ providerId, accountId, userId }) => [
    unique('agent_account_provider_id_account_id_key').on(providerId, accountId),
    index('agent_account_user_id').on(userId),
  ],
);

const verificationTable = pgTable(
  'agent_verification',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    ...times(),
  },
  ({ identifier }) => [index('agent_verification_identifier').on(identifier)],
);

const twoFactorTable = pgTable(
  'agent_two_factor',
  {
    id: text().primaryKey(),
    userId: owner(),
    secret: text().notNull(),
    backupCodes: text('backup_codes').notNull(),
    verified: boolean(),
    failedVerificationCount: integer('failed_verification_count'),
    lockedUntil: moment('locked_until'),
  },
  ({ userId }) => [index('agent_two_factor_user_id').on(userId)],
);

/** All of them, by the names that better-auth is told. */
export const AGENT_TABLES = {
  agent: agentTable,
  agent_session: sessionTable,
  agent_account: accountTable,
  agent_verification: verificationTable,
  agent_two_factor: twoFactorTable,
};

function owner() {
  return text('user_id')
    .notNull()
    .references(() => agentTable.id);
}

function times() {
  return { createdAt: moment('created_at').notNull(), updatedAt: moment('updated_at').notNull() };
}

function moment(name: string) {
  return timestamp(name, { withTimezone: true });
}
