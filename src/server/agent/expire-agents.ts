import type { Database, Session } from '../database/index.ts';

const DAY_MS = 86_400_000;

/**
 * Removes what is over: links, sessions, and entries of the record that are older than `auditDays`.
 * Whoever left, or never came, is removed as well once nothing that is kept names them.
 */
export async function expireAgents(database: Database, now: Date, auditDays: number): Promise<void> {
  const before = new Date(now.getTime() - auditDays * DAY_MS);
  for (const table of ['agent_session', 'agent_verification', 'agent_invitation']) {
    await database.query(`DELETE FROM ${table} WHERE expires_at < $1`, [now.toISOString()]);
  }
  await database.transaction(async (session) => {
    await session.query('DELETE FROM agent_audit WHERE at < $1', [before.toISOString()]);
    await removeUnnamed(session, before);
  });
}

/** Readers and agents see the names of those who answered; they go with the last ticket and the last entry. */
async function removeUnnamed(session: Session, before: Date): Promise<void> {
  const [row] = await session.query("SELECT to_regclass('ticket_event') IS NOT NULL AS has_tickets");
  const names = [
    'FROM agent_audit WHERE agent_audit.agent = agent.id OR subject = agent.id',
    ...(row?.['has_tickets'] === true
      ? // Whatever somebody wrote has its event.
        ['FROM ticket WHERE assignee = agent.id', 'FROM ticket_event WHERE actor_id = agent.id']
      : []),
  ];
  await session.query(
    `DELETE FROM agent WHERE coalesce(dismissed_at, CASE WHEN joined_at IS NULL THEN updated_at END) < $1
     ${names.map((from) => `AND NOT EXISTS (SELECT 1 ${from})`).join(' ')}`,
    [before.toISOString()],
  );
}
