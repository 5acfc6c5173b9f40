import { OpenAPIHono } from '@hono/zod-openapi';
import type { Agent, Agents, AuditEntry } from '../agent/index.ts';
import { fakeSiteParts } from '../http/fake-site-parts.ts';
import { fakeConversationParts } from '../conversation/fake-conversation-parts.ts';
import { fakeConversationStore } from '../conversation/fake-conversation-store.ts';
import { openConversations } from '../conversation/index.ts';
import type { Presence } from '../desk/index.ts';
import type { FakeTicketStore } from '../ticket/fake-ticket-store.ts';
import type { LiveTickets } from '../ticket/index.ts';
import { refuseForeign, type AgentEnv } from './agent-guard.ts';
import { mountDesk, type DeskRouteParts } from './desk-routes.ts';

export const FAKE_SITE = 'http://localhost:4321';
export const ANI: Agent = { id: 'ani', name: 'Ani', email: 'ani@example.org', role: 'agent' };
export const BUDI: Agent = { id: 'budi', name: 'Budi', email: 'budi@example.org', role: 'agent' };

/** One server's own parts over a database that it may share with others. */
export interface FakeDeskParts {
  readonly store: FakeTicketStore;
  readonly live: LiveTickets;
  readonly presence: Presence;
}

/**
 * The routes of agents over a real store, with conversations in memory, the guides of `fakeSiteParts`, and two agents
 * who are signed in by a cookie that is their id. `mount` adds routes.
 */
export async function openFakeDeskApp(
  { store, live, presence }: FakeDeskParts,
  mount: (app: OpenAPIHono<AgentEnv>, parts: DeskRouteParts) => void = () => undefined,
) {
  const audit: Omit<AuditEntry, 'id' | 'at'>[] = [];
  const agents: Pick<Agents, 'whoIs' | 'list' | 'names' | 'audit'> = {
    whoIs: (headers) => Promise.resolve([ANI, BUDI].find(({ id }) => id === headers.get('Cookie'))),
    list: () => Promise.resolve([ANI, BUDI]),
    names: (ids) =>
      Promise.resolve(new Map([ANI, BUDI].flatMap(({ id, name }) => (ids.includes(id) ? [[id, name]] : [])))),
    audit: (entry) => Promise.resolve(void audit.push(entry)),
  };
  const talk = fakeConversationParts(fakeConversationStore());
  const conversations = openConversations(talk);
  const parts: DeskRouteParts = {
    ...fakeSiteParts(),
    agents: agents as Agents,
    tickets: store.tickets,
    desk: store.desk,
    live,
    presence,
    conversations,
    knowledge: await talk.knowledge(),
    stopping: new AbortController().signal,
  };
  const app = new OpenAPIHono<AgentEnv>();
  app.use('/agent/api/*', refuseForeign(FAKE_SITE));
  mountDesk(app, parts);
  mount(app, parts);
  /** Sends JSON, or a form, as an agent or as nobody. */
  const ask = (path: string, as?: Agent, body?: object, headers: Record<string, string> = {}) =>
    app.request(`/agent/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Origin: FAKE_SITE,
        ...(as && { Cookie: as.id }),
        ...(body && !(body instanceof FormData) && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  return { ask, audit, conversations };
}

/** Reads a stream of events until `text` stands in it. */
export async function readUntil(stream: Response, text: string): Promise<string> {
  const reader = stream.body?.getReader();
  let read = '';
  while (reader && !read.includes(text)) {
    const { value, done } = await reader.read();
    if (done) break;
    read += new TextDecoder().decode(value);
  }
  await reader?.cancel();
  return read;
}
