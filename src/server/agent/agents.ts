import type { Agent, Role } from './agent.ts';

/** What an agent did, for the audit: who, what, on what; never words of a reader. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  /** Id of the agent; absent for what nobody signed in has done. */
  readonly agent?: string;
  /** `signed-in`, `role-changed`, `ticket-exported` … */
  readonly action: string;
  /** Id of what it was done to. */
  readonly subject?: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** Those who answer readers, and how they sign in. */
export interface Agents {
  /** Answers `/agent/api/auth/*` (sign-in, TOTP, OIDC, sessions). */
  handle(request: Request): Promise<Response>;
  /** Who sends this request, by its session; undefined for nobody. */
  whoIs(headers: Headers): Promise<Agent | undefined>;
  list(): Promise<readonly Agent[]>;
  /** A link for somebody new, good once. */
  invite(by: Agent, email: string, role: Role): Promise<string>;
  changeRole(by: Agent, agent: string, role: Role): Promise<boolean>;
  /** Ends all sessions of an agent, who cannot sign in any more until invited again. */
  dismiss(by: Agent, agent: string): Promise<boolean>;
  audit(entry: Omit<AuditEntry, 'id' | 'at'>): Promise<void>;
  readAudit(options: { readonly before?: string; readonly limit?: number }): Promise<readonly AuditEntry[]>;
  /** The path of the one-time link for the first admin; undefined once there is one. */
  firstAdminPath(): Promise<string | undefined>;
}
