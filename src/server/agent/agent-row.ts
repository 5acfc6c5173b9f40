import type { Row } from '../database/index.ts';
import { ROLES, type Agent, type Role } from './agent.ts';

/** The columns that {@link readAgent} reads. */
export const AGENT_COLUMNS = 'id, name, email, role';

/** An agent from a row of their table. */
export function readAgent({ id, name, email, role }: Row): Agent {
  return { id: String(id), name: String(name), email: String(email), role: readRole(role) };
}

/** @throws {RangeError} for a role that there is not; the table takes none. */
export function readRole(value: unknown): Role {
  const role = ROLES.find((one) => one === value);
  if (role === undefined) throw new RangeError('The database holds a role that this version does not know.');
  return role;
}
