import type { Language } from '../../core/article/browser.ts';
import type { Database, Session } from '../database/index.ts';
import { createId } from '../secret/index.ts';
import { writeAudit } from './audit-log.ts';
import { readInvitation, spendInvitation } from './invitations.ts';
import { lacksAdmin } from './roster.ts';

/** What somebody with a link says of themselves. */
export interface Joining {
  readonly token: string;
  /** Needed of the first admin only; others were invited by their mailbox. */
  readonly email?: string;
  /** Needed of all but those who lost their password. */
  readonly name?: string;
  /** In which they get mail from now on, unless they have chosen before. */
  readonly lang?: Language;
  readonly passwordHash: string;
}

/** Who has joined, or why nobody has. */
export type Joined =
  | { readonly kind: 'joined'; readonly email: string }
  /** The link is wrong, used, replaced or too old. */
  | { readonly kind: 'void' }
  | { readonly kind: 'incomplete'; readonly missing: 'email' | 'name' };

/** Uses a link: its person gets this password, in place of any before, and all their sessions end. */
export async function joinByLink(database: Database, at: Date, joining: Joining): Promise<Joined> {
  return database.transaction(async (session) => {
    const { token, name, email } = joining;
    const invitation = await readInvitation(session, at, token);
    if (!invitation) return { kind: 'void' };
    const { kind, agent } = invitation;
    if (kind === 'first' && email === undefined) return { kind: 'incomplete', missing: 'email' };
    if (kind !== 'reset' && name === undefined) return { kind: 'incomplete', missing: 'name' };
    if (!(await spendInvitation(session, token))) return { kind: 'void' };
    if (kind === 'first' && !(await lacksAdmin(session))) return { kind: 'void' };
    const joined = agent
      ? await settle(session, at, agent.id, name)
      : await createFirst(session, at, name ?? '', email ?? '');
    await session.query('UPDATE agent SET lang = coalesce(lang, $2) WHERE id = $1', [
      joined.id,
      joining.lang ?? null,
    ]);
    await setPassword(session, at, joined.id, joining.passwordHash);
    await session.query('DELETE FROM agent_session WHERE user_id = $1', [joined.id]);
    const action = kind === 'reset' ? 'password-reset' : 'joined';
    await writeAudit(session, at, { agent: joined.id, action, subject: joined.id, detail: { link: kind } });
    return { kind: 'joined', email: joined.email };
  });
}

interface Person {
  readonly id: string;
  readonly email: string;
}

async function settle(session: Session, at: Date, id: string, name: string | undefined): Promise<Person> {
  const [row] = await session.query(
    `UPDATE agent SET name = coalesce($2, name), joined_at = coalesce(joined_at, $3), updated_at = $3
     WHERE id = $1 RETURNING email`,
    [id, name ?? null, at.toISOString()],
  );
  return { id, email: String(row?.['email']) };
}

/** A mailbox that was invited or dismissed before there was any admin is taken over. */
async function createFirst(session: Session, at: Date, name: string, email: string): Promise<Person> {
  const [row] = await session.query(
    `INSERT INTO agent (id, name, email, email_verified, role, joined_at, created_at, updated_at)
     VALUES ($1, $2, $3, true, 'admin', $4, $4, $4)
     ON CONFLICT (email) DO UPDATE SET
       name = $2, role = 'admin', joined_at = $4, dismissed_at = NULL, updated_at = $4
     RETURNING id`,
    [createId(), name, email, at.toISOString()],
  );
  return { id: String(row?.['id']), email };
}

/** In place of the one before; the codes of a second step stay. */
async function setPassword(session: Session, at: Date, agent: string, passwordHash: string): Promise<void> {
  await session.query(
    `INSERT INTO agent_account (id, provider_id, account_id, user_id, password, created_at, updated_at)
     VALUES ($1, 'credential', $2, $2, $3, $4, $4)
     ON CONFLICT (provider_id, account_id) DO UPDATE SET password = $3, updated_at = $4`,
    [createId(), agent, passwordHash, at.toISOString()],
  );
}
