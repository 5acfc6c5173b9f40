export { mayActAs, ROLES, type Agent, type Role } from './agent.ts';
export type { Agents, AuditEntry, ResetLink } from './agents.ts';
export type { RosterEntry } from './roster.ts';
export { listDeadlineReaders, type DeadlineReader } from './mail-choice.ts';
export { openAgents, type AgentsOptions } from './open-agents.ts';
