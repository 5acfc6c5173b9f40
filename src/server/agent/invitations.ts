import type { Session } from '../database/index.ts';
import { createSecret, hashSecret, SECRET_FORM } from '../secret/index.ts';

const DAY_MS = 86_400_000;
const START_PAGE = '/agent/mulai/';

/** What a link is for: the first admin, somebody new, somebody who has lost their password. */
export type InvitationKind = 'first' | 'invite' | 'reset';

/** For how many days each is good. */
const GOOD_DAYS: Readonly<Record<InvitationKind, number>> = { first: 7, invite: 7, reset: 1 };

/** A link that is good now; the first admin says who they are. */
export interface Invitation {
  readonly kind: InvitationKind;
  readonly agent?: { readonly id: string; readonly name: string; readonly email: string };
}

/**
 * Makes a link for somebody and gives its path, which alone holds the token. Earlier links of the same person, or
 * for the first admin, are void.
 */
export async function createInvitation(
  session: Session,
  at: Date,
  kind: InvitationKind,
  agent?: string,
): Promise<string> {
  const token = createSecret(agent ?? kind);
  await session.query('DELETE FROM agent_invitation WHERE agent IS NOT DISTINCT FROM $1', [agent ?? null]);
  await session.query(
    `INSERT INTO agent_invitation (token_hash, kind, agent, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
    [
      hashSecret(token),
      kind,
      agent ?? null,
      at.toISOString(),
      new Date(at.getTime() + GOOD_DAYS[kind] * DAY_MS).toISOString(),
    ],
  );
  return `${START_PAGE}?token=${token}`;
}

/** What a token opens; undefined for one that is wrong, used, replaced or too old. */
export async function readInvitation(
  session: Session,
  at: Date,
  token: string,
): Promise<Invitation | undefined> {
  if (!SECRET_FORM.test(token)) return undefined;
  const [row] = await session.query(
    `SELECT kind, agent.id, agent.name, agent.email FROM agent_invitation AS invitation
     LEFT JOIN agent ON agent.id = invitation.agent
     WHERE token_hash = $1 AND expires_at > $2 AND agent.dismissed_at IS NULL`,
    [hashSecret(token), at.toISOString()],
  );
  const kind = KINDS.find((one) => one === row?.['kind']);
  if (!row || kind === undefined) return undefined;
  const { id, name, email } = row;
  if (typeof id !== 'string') return { kind };
  return { kind, agent: { id, name: String(name), email: String(email) } };
}

/** Uses a token up; false when somebody was faster. Within the transaction of what it is used for. */
export async function spendInvitation(session: Session, token: string): Promise<boolean> {
  const rows = await session.query('DELETE FROM agent_invitation WHERE token_hash = $1 RETURNING kind', [
    hashSecret(token),
  ]);
  return rows.length > 0;
}

const KINDS = ['first', 'invite', 'reset'] as const;
