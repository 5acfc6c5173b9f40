import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { applyMigrations, type Database } from '../database/index.ts';
import type { Limits } from '../intake/index.ts';
import type { Agents } from './agents.ts';
import { answerAuth } from './answer-auth.ts';
import { readAudit, writeAudit } from './audit-log.ts';
import type { WayMeans } from './auth-way.ts';
import { expireAgents } from './expire-agents.ts';
import { createCount, RESETS } from './count-attempts.ts';
import { createInvitation } from './invitations.ts';
import { readMailChoice } from './mail-choice.ts';
import { openAuth, type Auth, type OidcSettings } from './open-auth.ts';
import {
  changeRole,
  createReset,
  dismissAgent,
  endAgentSessions,
  inviteAgent,
  lacksAdmin,
  listAgents,
  readNames,
  readRoster,
} from './roster.ts';

const MIGRATIONS = fileURLToPath(new URL('migration', import.meta.url));
const SECRET_BYTES = 32;
const COOKIE = /pandu-agent\./;

export interface AgentsOptions {
  readonly settings: {
    readonly siteUrl: string;
    /** Without it, or with `smtpUrl` '', nothing is mailed, and nobody is asked what they want mailed. */
    readonly mail?: { readonly smtpUrl: string };
    /** `issuer` '' leaves agents to their passwords. */
    readonly desk: { readonly oidc: OidcSettings; readonly auditDays: number };
  };
  readonly now: () => Date;
  /** Those of the intake, whose clock they have. */
  readonly limits: Limits;
  /** False lets everybody try as often as they like, for load tests. Default true. */
  readonly hasLimits?: boolean;
}

/**
 * Those who answer, in the database. better-auth is loaded when somebody first signs in or comes with a session, not
 * before.
 * @throws {DatabaseError} when a newer Pandu has changed the tables.
 */
export async function openAgents(database: Database, options: AgentsOptions): Promise<Agents> {
  const { settings, now, limits, hasLimits = true } = options;
  const { siteUrl } = settings;
  const { oidc } = settings.desk;
  await applyMigrations(database, 'agent', MIGRATIONS);
  const secret = await readSecret(database);
  const countUse = createCount(limits);
  const count: typeof countUse = hasLimits ? countUse : () => Promise.resolve(0);
  const auth = lazy(() => openAuth(database, { secret, siteUrl }));
  // Apart, because a provider that is out of reach must not keep out those with a password.
  const openOidc = oidc.issuer === '' ? undefined : lazy(() => openAuth(database, { secret, siteUrl, oidc }));
  const means = async (): Promise<WayMeans> => ({
    database,
    auth: await auth(),
    openOidc,
    oidcName: oidc.name,
    count,
    countUse,
    siteUrl,
    hasMail: (settings.mail?.smtpUrl ?? '') !== '',
    now,
  });
  return {
    handle: async (request, client) => answerAuth(await means(), request, client),
    async whoIs(headers) {
      if (!COOKIE.test(headers.get('Cookie') ?? '')) return undefined;
      return (await (await auth()).readSession(headers))?.agent;
    },
    list: (everybody) => listAgents(database, everybody),
    names: (ids) => readNames(database, ids),
    roster: () => readRoster(database),
    async invite(by, email, role) {
      const path = await inviteAgent(database, now(), by, email.trim().toLowerCase(), role);
      return path === undefined ? undefined : `${siteUrl}${path}`;
    },
    changeRole: (by, agent, role) => changeRole(database, now(), by, agent, role),
    dismiss: (by, agent) => dismissAgent(database, now(), by, agent),
    async reset(by, id) {
      const agent = (await listAgents(database)).find((one) => one.id === id);
      if (!agent) return { kind: 'unknown' };
      const { lang } = await readMailChoice(database, id);
      const seconds = await count([{ limit: RESETS, of: id }]);
      if (seconds > 0) return { kind: 'wait', seconds };
      const path = await createReset(database, now(), by, id);
      if (path === undefined) return { kind: 'unknown' };
      return { kind: 'made', link: `${siteUrl}${path}`, agent, lang };
    },
    endSessions: (by, agent) => endAgentSessions(database, now(), by, agent),
    audit: (entry) => writeAudit(database, now(), entry),
    readAudit: (query) => readAudit(database, query),
    expire: () => expireAgents(database, now(), settings.desk.auditDays),
    firstAdminPath: () =>
      database.transaction(async (session) =>
        (await lacksAdmin(session)) ? createInvitation(session, now(), 'first') : undefined,
      ),
  };
}

/** Made by whichever process comes first, and the same for all. */
async function readSecret(database: Database): Promise<string> {
  await database.query('INSERT INTO agent_secret (id, secret) VALUES (1, $1) ON CONFLICT (id) DO NOTHING', [
    randomBytes(SECRET_BYTES).toString('base64url'),
  ]);
  const [row] = await database.query('SELECT secret FROM agent_secret');
  return String(row?.['secret']);
}

/** Opens once, and again only after a failure. */
function lazy(open: () => Promise<Auth>): () => Promise<Auth> {
  let opening: Promise<Auth> | undefined;
  return () => {
    opening ??= open().catch((fault: unknown) => {
      opening = undefined;
      throw fault;
    });
    return opening;
  };
}
