import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import { isRecord, type AskAccount } from './account-api.ts';

export const ROLE_NAMES = ['agent', 'lead', 'admin'] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly since: string;
  readonly isThis: boolean;
}

/** Somebody as an admin sees them. */
export interface RosterPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly state: 'active' | 'invited' | 'dismissed';
  readonly hasTwoFactor: boolean;
}

export interface AuditLine {
  readonly id: string;
  readonly at: string;
  readonly agent?: string;
  readonly action: string;
  /** To whom or what; as it is for `agent`, an id. */
  readonly subject?: string;
}

/** What the page for one's own account, and for admins, shows. */
export interface ManageState {
  readonly me: { readonly id: string; readonly name: string; readonly role: RoleName };
  readonly hasPassword: boolean;
  readonly hasTwoFactor: boolean;
  readonly sessions: readonly OwnSession[];
  /** Which mail they get; absent where nothing is mailed. `lang` null: in both languages. */
  readonly mail?: { readonly deadlines: boolean; readonly lang: Language | null };
  /** Of admins. */
  readonly roster?: readonly RosterPerson[];
  readonly audit?: readonly AuditLine[];
  /** A second step that is being set up. */
  readonly setup?: { readonly uri: string; readonly codes: readonly string[] };
  /** Backup codes that are shown once. */
  readonly codes?: readonly string[];
  /** A link that is shown once. */
  readonly link?: { readonly email: string; readonly url: string };
  /** What was just done, in words. */
  readonly said?: string;
}

/** Reads the whole page from the server; undefined for somebody who is not signed in. */
export async function readManage(ask: AskAccount): Promise<ManageState | 'signed-out' | 'away'> {
  const answer = await ask('/auth/account');
  if (answer.kind === 'away') return 'away';
  if (answer.kind === 'refused') return answer.status === 401 ? 'signed-out' : 'away';
  const { agent, hasPassword, hasTwoFactor, sessions, mail } = answer.body;
  if (!isRecord(agent)) return 'away';
  const role = roleOf(agent['role']);
  const me = { id: textOf(agent['id']), name: textOf(agent['name']), role };
  const own = {
    me,
    hasPassword: hasPassword === true,
    hasTwoFactor: hasTwoFactor === true,
    sessions: listOf(sessions).map((one) => ({
      id: textOf(one['id']),
      device: textOf(one['device']),
      since: textOf(one['since']),
      isThis: one['isThis'] === true,
    })),
    ...(isRecord(mail) && {
      mail: {
        deadlines: mail['deadlines'] === true,
        lang: LANGUAGES.find((lang) => lang === mail['lang']) ?? null,
      },
    }),
  };
  return role === 'admin' ? { ...own, ...(await readAdmin(ask)) } : own;
}

async function readAdmin(ask: AskAccount): Promise<Pick<ManageState, 'roster' | 'audit'>> {
  const [roster, audit] = await Promise.all([ask('/roster'), ask('/audit?limit=50')]);
  return {
    ...(roster.kind === 'done' && { roster: listOf(roster.body['agents']).map(personOf) }),
    ...(audit.kind === 'done' && { audit: listOf(audit.body['entries']).map(lineOf) }),
  };
}

function personOf(one: Readonly<Record<string, unknown>>): RosterPerson {
  const state = (['active', 'invited', 'dismissed'] as const).find((known) => known === one['state']);
  return {
    id: textOf(one['id']),
    name: textOf(one['name']),
    email: textOf(one['email']),
    role: roleOf(one['role']),
    state: state ?? 'active',
    hasTwoFactor: one['hasTwoFactor'] === true,
  };
}

/** A line of the audit as the server tells it. */
export function lineOf(one: Readonly<Record<string, unknown>>): AuditLine {
  return {
    id: textOf(one['id']),
    at: textOf(one['at']),
    ...(typeof one['agent'] === 'string' && { agent: one['agent'] }),
    action: textOf(one['action']),
    ...(typeof one['subject'] === 'string' && { subject: one['subject'] }),
  };
}

function roleOf(value: unknown): RoleName {
  return ROLE_NAMES.find((role) => role === value) ?? 'agent';
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
