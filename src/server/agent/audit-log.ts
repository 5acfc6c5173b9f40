import type { Row, Session } from '../database/index.ts';
import type { AuditEntry } from './agents.ts';

const MOST_ENTRIES = 200;
const NUMBER = /^\d{1,18}$/;

/** Writes down what was done, within the transaction of what did it. */
export async function writeAudit(
  session: Session,
  at: Date,
  { agent, action, subject, detail }: Omit<AuditEntry, 'id' | 'at'>,
): Promise<void> {
  await session.query(
    'INSERT INTO agent_audit (at, agent, action, subject, detail) VALUES ($1, $2, $3, $4, $5)',
    [at.toISOString(), agent ?? null, action, subject ?? null, JSON.stringify(detail)],
  );
}

/** The newest entries first, at most 200; those before an entry, when its id is given. */
export async function readAudit(
  session: Session,
  { before, limit = 50 }: { readonly before?: string; readonly limit?: number },
): Promise<readonly AuditEntry[]> {
  if (before !== undefined && !NUMBER.test(before)) return [];
  const rows = await session.query(
    `SELECT id::text AS id, at, agent, action, subject, detail FROM agent_audit
     WHERE $1::bigint IS NULL OR id < $1::bigint ORDER BY agent_audit.id DESC LIMIT $2`,
    [before ?? null, Math.min(Math.max(1, limit), MOST_ENTRIES)],
  );
  return rows.map(readEntry);
}

function readEntry({ id, at, agent, action, subject, detail }: Row): AuditEntry {
  const pairs = typeof detail === 'object' && detail !== null ? Object.entries(detail) : [];
  return {
    id: String(id),
    at: new Date(String(at)),
    ...(typeof agent === 'string' && { agent }),
    action: String(action),
    ...(typeof subject === 'string' && { subject }),
    detail: Object.fromEntries(pairs.map(([name, value]) => [name, String(value)])),
  };
}
