import type { Language } from '../../core/article/browser.ts';
import type { Agent, Role } from './agent.ts';
import type { RosterEntry } from './roster.ts';

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
  /**
   * Answers `/agent/api/auth/*` (sign-in, TOTP, OIDC, sessions). The request has passed the guard; `client` names the
   * network address that it came from.
   */
  handle(request: Request, client: string): Promise<Response>;
  /** Who sends this request, by its session; undefined for nobody. */
  whoIs(headers: Headers): Promise<Agent | undefined>;
  /** Those who answer, by name; with `everybody` also who is only invited, and who was dismissed. */
  list(everybody?: boolean): Promise<readonly Agent[]>;
  /** Names by id, also of those who were dismissed; who is not known has none. [] asks nothing. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Everybody as `list(true)`, with what admins see. */
  roster(): Promise<readonly RosterEntry[]>;
  /** A link for somebody new, good once; undefined when somebody answers under this mailbox already. */
  invite(by: Agent, email: string, role: Role): Promise<string | undefined>;
  /** False when there is no such agent, or they are the last admin and would not stay one. */
  changeRole(by: Agent, agent: string, role: Role): Promise<boolean>;
  /**
   * Ends all sessions of an agent, who cannot sign in any more until invited again. False when there is no such agent,
   * or they are the last admin.
   */
  dismiss(by: Agent, agent: string): Promise<boolean>;
  /** A link with which an agent chooses a new password, good once for a day; the seconds to wait after five an hour. */
  reset(by: Agent, agent: string): Promise<ResetLink>;
  /** Ends all sessions of an agent; false when there is no such agent. */
  endSessions(by: Agent, agent: string): Promise<boolean>;
  audit(entry: Omit<AuditEntry, 'id' | 'at'>): Promise<void>;
  readAudit(options: { readonly before?: string; readonly limit?: number }): Promise<readonly AuditEntry[]>;
  /** Removes links, sessions and entries of the audit that are over, and those who left and are named nowhere. */
  expire(): Promise<void>;
  /** The path of the one-time link for the first admin, made anew by each call; undefined once there is one. */
  firstAdminPath(): Promise<string | undefined>;
}

/** What comes of asking for a new link. */
export type ResetLink =
  | {
      readonly kind: 'made';
      readonly link: string;
      readonly agent: Agent;
      /** In which they get mail; null when they have not said. */
      readonly lang: Language | null;
    }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'wait'; readonly seconds: number };
