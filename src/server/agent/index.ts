export { mayActAs, ROLES, type Agent, type Role } from './agent.ts';
export type { Agents, AuditEntry } from './agents.ts';
