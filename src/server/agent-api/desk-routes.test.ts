import { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeskList, DeskSent, DeskThread, DeskWithdrawn } from '../../core/ticket/index.ts';
import type { Agent } from '../agent/index.ts';
import { fakeSiteParts } from '../http/fake-site-parts.ts';
import { fakeConversationParts } from '../conversation/fake-conversation-parts.ts';
import { fakeConversationStore } from '../conversation/fake-conversation-store.ts';
import { openConversations } from '../conversation/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import type { Database } from '../database/index.ts';
import { openPresence, type Presence } from '../desk/index.ts';
import { openFakeTicketStore, type FakeTicketStore } from '../ticket/fake-ticket-store.ts';
import { createLiveTickets, type LiveTickets } from '../ticket/index.ts';
import { refuseForeign, type AgentEnv } from './agent-guard.ts';
import { mountDesk, type DeskRouteParts } from './desk-routes.ts';
import { readUntil } from './fake-desk-app.ts';

const SITE = 'http://localhost:4321';
const ANI: Agent = { id: 'ani', name: 'Ani', email: 'ani@example.org', role: 'agent' };
const BUDI: Agent = { id: 'budi', name: 'Budi', email: 'budi@example.org', role: 'agent' };
const HOSTILE = `<img src=x onerror=alert(1)> "'\`\${7*7} {{constructor}} \u202etxt`;

describe.each(TEST_DATABASES)('the desk of agents over $name', ({ open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  let live: LiveTickets;
  let presence: Presence;
  const stopping = new AbortController();
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    store = await openFakeTicketStore(database);
    live = await createLiveTickets(database);
    presence = await openPresence(database, () => store.now);
  });
  beforeEach(async () => {
    if (isThere) await database.execute('DELETE FROM ticket');
  });
  afterAll(async () => {
    if (!isThere) return;
    await live.close();
    await presence.close();
    await database.close();
  });

  function openApp(more: Pick<DeskRouteParts, 'drafts'> = {}) {
    const parts = fakeSiteParts();
    const talk = fakeConversationParts(fakeConversationStore());
    const conversations = openConversations(talk);
    const agents = {
      whoIs: (headers: Headers) =>
        Promise.resolve([ANI, BUDI].find(({ id }) => id === headers.get('Cookie'))),
      list: () => Promise.resolve([ANI, BUDI]),
      names: () => Promise.resolve(new Map([ANI, BUDI].map(({ id, name }) => [id, name]))),
    };
    const app = new OpenAPIHono<AgentEnv>();
    app.use('/agent/api/*', refuseForeign(SITE));
    const ready = talk.knowledge().then((knowledge) => {
      mountDesk(app, {
        ...parts,
        agents: agents as never,
        tickets: store.tickets,
        desk: store.desk,
        live,
        presence,
        ...more,
        conversations,
        knowledge,
        stopping: stopping.signal,
      });
    });
    const ask = async (path: string, as?: Agent, body?: object, headers: Record<string, string> = {}) => {
      await ready;
      return app.request(`/agent/api${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          Origin: SITE,
          ...(as && { Cookie: as.id }),
          ...(body && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      });
    };
    return { ask, conversations };
  }

  async function openTicket(text = 'Uang saya hilang', conversation?: string) {
    const opened = await store.tickets.open({
      lang: 'id',
      subject: HOSTILE,
      text,
      channel: 'contact',
      email: 'pembaca@example.org',
      ...(conversation !== undefined && { conversation }),
    });
    if (opened.kind !== 'opened') throw new Error('No ticket.');
    return opened;
  }

  it.skipIf(!isThere).each([['/tickets'], ['/tickets/x'], ['/tickets/x/suggestions'], ['/events']])(
    'shows %s to nobody who is not signed in',
    async (path) => {
      expect((await openApp().ask(path)).status).toBe(401);
    },
  );

  it
    .skipIf(!isThere)
    .each([['/tickets/x/reply'], ['/tickets/x/note'], ['/tickets/x/close'], ['/messages/x/withdraw']])(
    'lets nobody post %s who is not signed in',
    async (path) => {
      expect((await openApp().ask(path, undefined, {})).status).toBe(401);
    },
  );

  it.skipIf(!isThere)(
    'lists tickets, reads one with all of its words unharmed, and tells who looks',
    async () => {
      const { ask } = openApp();
      const { ticket } = await openTicket(HOSTILE);
      const list = (await (await ask('/tickets?view=unassigned', ANI)).json()) as DeskList;
      expect(list).toMatchObject({
        tickets: [{ id: ticket.id, subject: HOSTILE }],
        counts: { unassigned: 1 },
      });
      const long = `/tickets/${'x'.repeat(9_000)}/presence`;
      expect((await ask(long, BUDI, { isTyping: true })).status).toBe(404);
      await ask(`/tickets/${ticket.id}/presence`, BUDI, { isTyping: true });
      await expect
        .poll(async () => ((await (await ask(`/tickets/${ticket.id}`, ANI)).json()) as DeskThread).viewers)
        .toEqual([{ agent: 'budi', name: 'Budi', isTyping: true }]);
      const thread = (await (await ask(`/tickets/${ticket.id}`, ANI)).json()) as DeskThread;
      expect(thread).toMatchObject({ messages: [{ kind: 'reader', text: HOSTILE }], earlier: [] });
    },
  );

  it.skipIf(!isThere)(
    'replies once for the same key, takes it back within ten seconds, and not later',
    async () => {
      const { ask } = openApp();
      const { ticket } = await openTicket();
      const body = {
        text: 'Coba langkah ini.',
        version: ticket.version,
        guides: [{ problem: 'banking/otp', form: 'steps' }],
      };
      const key = { 'Idempotency-Key': 'a-key-that-nobody-guesses' };
      const first = (await (await ask(`/tickets/${ticket.id}/reply`, ANI, body, key)).json()) as DeskSent;
      const again = (await (await ask(`/tickets/${ticket.id}/reply`, ANI, body, key)).json()) as DeskSent;
      expect(again.message.id).toBe(first.message.id);
      expect(first).toMatchObject({
        message: { kind: 'agent', authorName: 'Ani', guides: [{ problem: 'banking/otp' }] },
        ticket: { status: 'waiting' },
      });
      const { guides } = (await (await ask(`/tickets/${ticket.id}/suggestions`, ANI)).json()) as {
        guides: object[];
      };
      expect(guides).toMatchObject([{ id: 'banking/otp', isSent: true }]);
      const back = await ask(`/messages/${first.message.id}/withdraw`, ANI, {});
      expect((await back.json()) as DeskWithdrawn).toMatchObject({
        text: 'Coba langkah ini.',
        guides: [{ problem: 'banking/otp', form: 'steps' }],
      });
      const { version } = (await store.tickets.findById(ticket.id)) ?? { version: 0 };
      const sent = await ask(`/tickets/${ticket.id}/reply`, ANI, { ...body, version });
      const { message } = (await sent.json()) as DeskSent;
      store.wait(11_000);
      expect((await ask(`/messages/${message.id}/withdraw`, ANI, {})).status).toBe(404);
    },
  );

  it.skipIf(!isThere)(
    'refuses a reply to what has changed since, and shows the ticket as it is',
    async () => {
      const { ask } = openApp();
      const { ticket, token } = await openTicket();
      await store.tickets.replyOwn(token, { text: 'Sudah beres sendiri' });
      const refused = await ask(`/tickets/${ticket.id}/reply`, ANI, {
        text: 'Coba ini',
        version: ticket.version,
      });
      expect(refused.status).toBe(409);
      expect(await refused.json()).toMatchObject({ status: 409, ticket: { id: ticket.id } });
    },
  );

  it.skipIf(!isThere)('assigns, prioritises, closes and reopens; a stranger cannot be assigned', async () => {
    const { ask } = openApp();
    const { ticket } = await openTicket();
    const post = async (verb: string, body: object) => {
      const answer = await ask(`/tickets/${ticket.id}/${verb}`, ANI, body);
      return { status: answer.status, body: (await answer.json()) as { ticket: { version: number } } };
    };
    const seen = ticket.version;
    expect(await post('assign', { assignee: 'budi', version: seen })).toMatchObject({
      body: { ticket: { assigneeName: 'Budi' } },
    });
    expect(await post('assign', { assignee: 'ani', version: seen })).toMatchObject({
      status: 409,
      body: { ticket: { assigneeName: 'Budi' } },
    });
    expect(await post('assign', { assignee: 'ani' })).toMatchObject({ status: 400 });
    expect(await post('assign', { assignee: 'nobody', version: seen + 1 })).toMatchObject({ status: 404 });
    const urgent = await post('priority', { priority: 'urgent' });
    expect(urgent).toMatchObject({ body: { ticket: { priority: 'urgent' } } });
    const { version } = urgent.body.ticket;
    expect(await post('close', { outcome: 'answer', version })).toMatchObject({
      body: { ticket: { status: 'solved' } },
    });
    expect(await post('reopen', {})).toMatchObject({ body: { ticket: { status: 'open' } } });
    expect(await post('priority', { priority: 'highest' })).toMatchObject({ status: 400 });
  });

  it.skipIf(!isThere)('tells the story of the conversation that a ticket came from', async () => {
    const { ask, conversations } = openApp();
    const begun = await conversations.begin({ lang: 'id', deeds: [{ text: 'otp ga masuk2' }] });
    if (begun.kind !== 'begun') throw new Error('No conversation.');
    const { ticket } = await openTicket('Ringkasan', begun.kept.id);
    const { story } = (await (await ask(`/tickets/${ticket.id}`, ANI)).json()) as DeskThread;
    expect(story).toMatchObject({ said: ['otp ga masuk2'] });
    expect(story?.candidates[0]?.probability).toBeGreaterThan(0);
  });

  it.skipIf(!isThere)(
    'suggests guides and drafts a reply from the best, with its short address',
    async () => {
      const { ask } = openApp();
      const { ticket } = await openTicket('otp ga masuk2');
      const suggested = (await (await ask(`/tickets/${ticket.id}/suggestions`, ANI)).json()) as {
        guides: object[];
      };
      expect(suggested.guides).toMatchObject([{ id: 'banking/otp', code: 'b2c', url: `${SITE}/g/b2c/` }]);
      const draft: unknown = await (await ask(`/tickets/${ticket.id}/draft`, ANI, {})).json();
      expect(draft).toMatchObject({ mode: 'guide', guides: [{ problem: 'banking/otp' }] });
      expect(JSON.stringify(draft)).toContain('/g/b2c/');
    },
  );

  it.skipIf(!isThere)('says who worded a draft, and counts it on the agent who asked', async () => {
    const asked: string[] = [];
    const { ask } = openApp({
      drafts: {
        writer: {
          mode: () => 'model',
          draft: ({ turns }) => {
            asked.push(...turns.map(({ text }) => text));
            const citations = [{ id: 'banking/otp', url: '/banking/otp/', anchor: '' }];
            return Promise.resolve({ text: 'Kode tidak masuk. [1]', citations, mode: 'model' });
          },
        },
        limits: {
          take: ({ name }, who) => {
            asked.push(`${name} ${who}`);
            return Promise.resolve(0);
          },
        },
      },
    });
    const { ticket } = await openTicket('otp ga masuk2, saya Budi');
    const draft: unknown = await (await ask(`/tickets/${ticket.id}/draft`, ANI, {})).json();
    expect(draft).toMatchObject({ mode: 'model', guides: [{ problem: 'banking/otp', form: 'link' }] });
    expect(asked[0]).toBe('draft ani');
    expect(asked.at(-1)).toBe('otp ga masuk2, saya [data]');
    expect((await store.desk.read(ticket.id))?.messages).toHaveLength(1);
  });

  it.skipIf(!isThere)('tells each open inbox what happens', async () => {
    const { ask } = openApp();
    const stream = await ask('/events', ANI);
    expect(stream.headers.get('Content-Type')).toContain('text/event-stream');
    const { ticket } = await openTicket();
    const told = `event: ticket\ndata: {"id":"${ticket.id}"}\n\n`;
    expect(await readUntil(stream, told)).toContain(told);
  });
});
