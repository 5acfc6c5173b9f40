import type { DeskSite } from './fake-desk-site.ts';
import { ADMIN, type Person } from './desk-agent.ts';

/** The session of an agent without a browser. */
export interface DeskSession {
  /** As the browser sends it: `name=value`. */
  readonly cookie: string;
  /** Asks an address below `/agent/api`; with a body, as JSON from a page of the site unless `headers` say otherwise. */
  ask(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Somebody without a session. */
export function nobody({ agentUrl }: Pick<DeskSite, 'agentUrl'>): DeskSession {
  return openSession(agentUrl, '');
}

/** Becomes the first admin by the link that was printed, and signs in. */
export async function joinFirst(desk: DeskSite, person: Person = ADMIN): Promise<DeskSession> {
  await join(desk, desk.firstAdminPath, person);
  return signInAs(desk, person);
}

/** Uses a one-time link. */
export async function join(desk: DeskSite, link: string, person: Person, more: object = {}): Promise<void> {
  const token = new URL(link, desk.agentUrl).searchParams.get('token');
  const joined = await nobody(desk).ask('/auth/join', { ...person, ...more, token });
  if (!joined.ok) throw new Error(`Nobody could join: ${await joined.text()}`);
}

export async function signInAs(desk: DeskSite, { email, password }: Person): Promise<DeskSession> {
  const response = await nobody(desk).ask('/auth/sign-in', { email, password });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  if (!response.ok || cookie === '') throw new Error(`Nobody could sign in: ${await response.text()}`);
  return openSession(desk.agentUrl, cookie);
}

function openSession(agentUrl: string, cookie: string): DeskSession {
  return {
    cookie,
    ask: (path, body, headers) =>
      fetch(`${agentUrl}/agent/api${path}`, {
        redirect: 'manual',
        headers: {
          ...(cookie !== '' && { Cookie: cookie }),
          ...(body !== undefined && { 'Content-Type': 'application/json', Origin: agentUrl }),
          ...headers,
        },
        ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      }),
  };
}
