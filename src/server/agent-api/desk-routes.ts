import type { Context, Hono } from 'hono';
import type { Article, Language } from '../../core/article/browser.ts';
import type { Knowledge } from '../../core/assistant/index.ts';
import type { DeskThread } from '../../core/ticket/index.ts';
import type { Agents } from '../agent/index.ts';
import type { Conversations } from '../conversation/index.ts';
import { draftReply, type ModelDrafts, type Presence } from '../desk/index.ts';
import {
  badParameters,
  describeIssues,
  EVENT_STREAM,
  readJson,
  repeatableOf,
  streamEvents,
  type AskSearch,
} from '../http/index.ts';
import { ID_FORM } from '../secret/index.ts';
import type { LiveTickets, TicketDesk, Tickets, TicketThread } from '../ticket/index.ts';
import { requireAgent, type AgentEnv } from './agent-guard.ts';
import { mountDeskActions, namesOf, refuse } from './desk-actions.ts';
import { AGENT_API, earlierAnswer, eventAnswer, messageAnswer, ticketAnswer } from './desk-answer.ts';
import { emptySchema, listQuerySchema, noteSchema, presenceSchema, replySchema } from './desk-request.ts';
import { gone, storyOf, suggestFor } from './desk-story.ts';

/** What agents' routes need. */
export interface DeskRouteParts {
  readonly agents: Agents;
  readonly tickets: Pick<Tickets, 'findByEmail'>;
  readonly desk: TicketDesk;
  readonly live: LiveTickets;
  readonly presence: Presence;
  /** Words drafts of replies with a language model; without it guides do. */
  readonly drafts?: ModelDrafts;
  readonly conversations: Pick<Conversations, 'readFor'>;
  readonly knowledge: Knowledge;
  readonly search: AskSearch;
  readonly readArticle: (lang: Language, id: string) => Promise<Article | undefined>;
  readonly siteUrl: string;
  readonly stopping: AbortSignal;
}

const TICKETS = `${AGENT_API}/tickets`;

/** Mounts the inbox of agents: they list, read and answer tickets, and hear of what happens to them. */
export function mountDesk(app: Hono<AgentEnv>, parts: DeskRouteParts): void {
  const { desk } = parts;
  app.use(`${TICKETS}/*`, requireAgent(parts.agents));
  app.use(`${AGENT_API}/messages/*`, requireAgent(parts.agents));
  app.use(`${AGENT_API}/events`, requireAgent(parts.agents));
  app.get(TICKETS, requireAgent(parts.agents), (c) => list(c, parts));
  app.get(`${TICKETS}/:id`, (c) => read(c, parts));
  app.post(`${TICKETS}/:id/reply`, (c) => reply(c, parts));
  app.post(`${TICKETS}/:id/note`, async (c) => {
    const body = await readJson(c, noteSchema);
    if (body instanceof Response) return body;
    const noted = await desk.note(c.get('agent').id, c.req.param('id'), body.text);
    return noted.kind === 'done' ? answerMessage(c, parts, noted.value) : refuse(parts, noted);
  });
  app.post(`${AGENT_API}/messages/:id/withdraw`, async (c) => {
    const withdrawn = await desk.withdraw(c.get('agent').id, c.req.param('id'));
    if (withdrawn.kind !== 'done') return refuse(parts, withdrawn);
    const { ticket: id, text, guides } = withdrawn.value;
    const thread = await desk.read(id);
    if (!thread) return gone();
    const ticket = ticketAnswer(thread.ticket, await namesOf(parts, thread.ticket));
    return c.json({ text, guides: guides.map(({ problem, form }) => ({ problem, form })), ticket });
  });
  app.get(`${TICKETS}/:id/suggestions`, async (c) => {
    const thread = await desk.read(c.req.param('id'));
    if (!thread) return gone();
    const typed = (c.req.query('text') ?? '').slice(0, LONGEST_TYPED);
    return c.json({ guides: await suggestFor(parts, thread, typed, await storyOf(parts, thread)) });
  });
  app.post(`${TICKETS}/:id/draft`, async (c) => {
    const body = await readJson(c, emptySchema);
    if (body instanceof Response) return body;
    const thread = await desk.read(c.req.param('id'));
    if (!thread) return gone();
    const story = await storyOf(parts, thread);
    const draft = await draftReply(parts, {
      thread,
      suggestions: await suggestFor(parts, thread, '', story),
      agent: c.get('agent'),
      names: (await parts.agents.list(true)).map(({ name }) => name),
      signal: AbortSignal.any([c.req.raw.signal, parts.stopping]),
      ...(story && { story }),
    });
    return c.json(draft);
  });
  app.post(`${TICKETS}/:id/presence`, async (c) => {
    const body = await readJson(c, presenceSchema);
    if (body instanceof Response) return body;
    if (!ID_FORM.test(c.req.param('id'))) return gone();
    const { id, name } = c.get('agent');
    await parts.presence.announce(c.req.param('id'), { agent: id, name, isTyping: body.isTyping });
    return c.json({ viewers: parts.presence.viewersOf(c.req.param('id'), id) });
  });
  mountDeskActions(app, parts);
  app.get(`${AGENT_API}/events`, (c) => follow(c, parts));
}

const LONGEST_TYPED = 1_000;
/** So soon an inbox that was cut off comes again. */
const RETRY_MS = 1_000;

type Handler = (c: Context<AgentEnv>, parts: DeskRouteParts) => Promise<Response> | Response;

const list: Handler = async (c, parts) => {
  const query = listQuerySchema.safeParse(c.req.query());
  if (!query.success) return badParameters(describeIssues(query.error));
  const { view, text, priority, after, limit } = query.data;
  const page = await parts.desk.list({
    view,
    agent: c.get('agent').id,
    ...(text !== undefined && text.trim() !== '' && { text }),
    ...(priority !== undefined && { priority }),
    ...(after !== undefined && { after }),
    ...(limit !== undefined && { limit }),
  });
  const nameOf = await namesOf(parts, ...page.tickets);
  return c.json({ ...page, tickets: page.tickets.map((ticket) => ticketAnswer(ticket, nameOf)) });
};

const read: Handler = async (c, parts) => {
  const thread = await parts.desk.read(c.req.param('id') ?? '');
  if (!thread) return gone();
  const { ticket, messages, events } = thread;
  const nameOf = await namesOf(parts, ticket, ...messages);
  const story = await storyOf(parts, thread);
  const others = ticket.email === undefined ? [] : await parts.tickets.findByEmail(ticket.email);
  const answer: DeskThread = {
    ticket: ticketAnswer(ticket, nameOf),
    messages: messages.map((message) => messageAnswer(message, nameOf)),
    events: events.map(eventAnswer),
    ...(story && { story }),
    viewers: parts.presence.viewersOf(ticket.id, c.get('agent').id),
    earlier: earlierAnswer(others, ticket.id),
  };
  return c.json(answer);
};

const reply: Handler = async (c, parts) => {
  const body = await readJson(c, replySchema);
  if (body instanceof Response) return body;
  const repeatable = repeatableOf(c, body);
  if (repeatable instanceof Response) return repeatable;
  const { text, version, guides, attachments, status } = body;
  const replied = await parts.desk.reply(
    c.get('agent').id,
    c.req.param('id') ?? '',
    { text, version, guides, attachments, ...(status !== undefined && { status }) },
    repeatable,
  );
  return replied.kind === 'done' ? answerMessage(c, parts, replied.value) : refuse(parts, replied);
};

async function answerMessage(
  c: Context<AgentEnv>,
  parts: DeskRouteParts,
  message: TicketThread['messages'][number],
): Promise<Response> {
  const thread = await parts.desk.read(message.ticket);
  if (!thread) return gone();
  const nameOf = await namesOf(parts, thread.ticket, message);
  return c.json({ message: messageAnswer(message, nameOf), ticket: ticketAnswer(thread.ticket, nameOf) });
}

const follow: Handler = (c, parts) => {
  const { id } = c.get('agent');
  const { headers } = c.req.raw;
  const events = streamEvents({
    retryMs: RETRY_MS,
    stopping: parts.stopping,
    mayListen: async () => (await parts.agents.whoIs(headers)) !== undefined,
    follow(tell) {
      const leave = [
        parts.live.subscribe('*', (ticket) => {
          tell({ event: 'ticket', data: { id: ticket } });
        }),
        parts.presence.subscribe((ticket) => {
          tell({ event: 'presence', data: { ticket, viewers: parts.presence.viewersOf(ticket, id) } });
        }),
      ];
      return () => {
        for (const end of leave) end();
      };
    },
  });
  return c.body(events, 200, {
    'Content-Type': EVENT_STREAM,
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
};
