import type { Database, Session } from '../database/index.ts';
import { createId } from '../secret/index.ts';
import type { Agent, Role } from './agent.ts';
import { AGENT_COLUMNS, readAgent } from './agent-row.ts';
import { writeAudit } from './audit-log.ts';
import { createInvitation } from './invitations.ts';

const ACTIVE = 'dismissed_at IS NULL AND joined_at IS NOT NULL';

/** Those who answer, by name; with `everybody` also who is only invited, and who was dismissed. */
export async function listAgents(session: Session, everybody = false): Promise<readonly Agent[]> {
  const rows = await session.query(
    `SELECT ${AGENT_COLUMNS} FROM agent ${everybody ? '' : `WHERE ${ACTIVE}`} ORDER BY lower(name), id`,
  );
  return rows.map(readAgent);
}

/** Names by id, whatever has become of those who bear them. */
export async function readNames(
  session: Session,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await session.query('SELECT id, name FROM agent WHERE id = ANY($1)', [ids]);
  return new Map(rows.map(({ id, name }) => [String(id), String(name)]));
}

/** Somebody as admins see them. */
export interface RosterEntry extends Agent {
  readonly state: 'active' | 'invited' | 'dismissed';
  readonly hasTwoFactor: boolean;
}

/** Everybody there is or was, those who answer first. */
export async function readRoster(session: Session): Promise<readonly RosterEntry[]> {
  const rows = await session.query(
    `SELECT ${AGENT_COLUMNS}, two_factor_enabled, joined_at, dismissed_at FROM agent
     ORDER BY dismissed_at IS NOT NULL, joined_at IS NULL, lower(name), id`,
  );
  return rows.map((row) => ({
    ...readAgent(row),
    state: row['dismissed_at'] !== null ? 'dismissed' : row['joined_at'] === null ? 'invited' : 'active',
    hasTwoFactor: row['two_factor_enabled'] === true,
  }));
}

/** True while nobody can invite anybody. */
export async function lacksAdmin(session: Session): Promise<boolean> {
  const rows = await session.query(`SELECT 1 FROM agent WHERE role = 'admin' AND ${ACTIVE} LIMIT 1`);
  return rows.length === 0;
}

/** The path of a link for a mailbox, good once; undefined when somebody answers under it already. */
export async function inviteAgent(
  database: Database,
  at: Date,
  by: Agent,
  email: string,
  role: Role,
): Promise<string | undefined> {
  return database.transaction(async (session) => {
    const [row] = await session.query(
      `INSERT INTO agent AS old (id, name, email, email_verified, role, created_at, updated_at)
       VALUES ($1, $2, $3, true, $4, $5, $5)
       ON CONFLICT (email) DO UPDATE SET
         role = $4, updated_at = $5, dismissed_at = NULL, joined_at = NULL, email_verified = true
         WHERE old.dismissed_at IS NOT NULL OR old.joined_at IS NULL
       RETURNING id`,
      [createId(), email.split('@')[0] ?? email, email, role, at.toISOString()],
    );
    if (!row) return undefined;
    const id = String(row['id']);
    const path = await createInvitation(session, at, 'invite', id);
    await writeAudit(session, at, { agent: by.id, action: 'invited', subject: id, detail: { role } });
    return path;
  });
}

/** False when there is no such agent, or nobody else could undo it: the last admin stays one. */
export async function changeRole(
  database: Database,
  at: Date,
  by: Agent,
  id: string,
  role: Role,
): Promise<boolean> {
  return database.transaction(async (session) => {
    const agent = await lockAgent(session, id);
    if (!agent || (role !== 'admin' && (await isLastAdmin(session, id)))) return false;
    await session.query('UPDATE agent SET role = $2, updated_at = $3 WHERE id = $1', [
      id,
      role,
      at.toISOString(),
    ]);
    const detail = { from: agent.role, to: role };
    await writeAudit(session, at, { agent: by.id, action: 'role-changed', subject: id, detail });
    return true;
  });
}

/** False when there is no such agent, or they are the last admin. Passwords, codes and sessions go. */
export async function dismissAgent(database: Database, at: Date, by: Agent, id: string): Promise<boolean> {
  return database.transaction(async (session) => {
    if (!(await lockAgent(session, id)) || (await isLastAdmin(session, id))) return false;
    await session.query(
      `UPDATE agent SET dismissed_at = $2, updated_at = $2, two_factor_enabled = false WHERE id = $1`,
      [id, at.toISOString()],
    );
    for (const table of ['agent_session', 'agent_account', 'agent_two_factor']) {
      await session.query(`DELETE FROM ${table} WHERE user_id = $1`, [id]);
    }
    await session.query('DELETE FROM agent_verification WHERE value = $1', [id]);
    await session.query('DELETE FROM agent_invitation WHERE agent = $1', [id]);
    await writeAudit(session, at, { agent: by.id, action: 'dismissed', subject: id, detail: {} });
    return true;
  });
}

/** The path of a link with which somebody who lost their password chooses a new one; undefined for nobody. */
export async function createReset(
  database: Database,
  at: Date,
  by: Agent,
  id: string,
): Promise<string | undefined> {
  return database.transaction(async (session) => {
    if (!(await lockAgent(session, id))) return undefined;
    const path = await createInvitation(session, at, 'reset', id);
    await writeAudit(session, at, { agent: by.id, action: 'reset-made', subject: id, detail: {} });
    return path;
  });
}

/** False when there is no such agent. */
export async function endAgentSessions(
  database: Database,
  at: Date,
  by: Agent,
  id: string,
): Promise<boolean> {
  return database.transaction(async (session) => {
    if (!(await lockAgent(session, id))) return false;
    await session.query('DELETE FROM agent_session WHERE user_id = $1', [id]);
    await writeAudit(session, at, {
      agent: by.id,
      action: 'sessions-ended',
      subject: id,
      detail: { which: 'all' },
    });
    return true;
  });
}

/** Admins are locked together and in order, so that two of them cannot dismiss one another at once. */
async function lockAgent(session: Session, id: string): Promise<Agent | undefined> {
  const rows = await session.query(
    `SELECT ${AGENT_COLUMNS} FROM agent WHERE dismissed_at IS NULL AND (id = $1 OR role = 'admin')
     ORDER BY id FOR UPDATE`,
    [id],
  );
  return rows.map(readAgent).find((one) => one.id === id);
}

async function isLastAdmin(session: Session, id: string): Promise<boolean> {
  const rows = await session.query(`SELECT id FROM agent WHERE role = 'admin' AND ${ACTIVE} LIMIT 2`);
  return rows.length === 1 && rows[0]?.['id'] === id;
}
