import type { z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import type { Agent } from '../agent/index.ts';
import { problemResponse, readJson } from '../http/index.ts';
import type { Acted, Ticket } from '../ticket/index.ts';
import type { AgentEnv } from './agent-guard.ts';
import { AGENT_API, ticketAnswer, type NameAgent } from './desk-answer.ts';
import { assignSchema, classifySchema, closeSchema, emptySchema, prioritySchema } from './desk-request.ts';
import type { DeskRouteParts } from './desk-routes.ts';

/** Mounts what an agent does to a ticket as a whole: assign, prioritise, classify, close and the like. */
export function mountDeskActions(app: Hono<AgentEnv>, parts: DeskRouteParts): void {
  const { desk } = parts;
  const post = <Schema extends z.ZodType>(
    verb: string,
    schema: Schema,
    act: (agent: Agent, ticket: string, body: z.infer<Schema>) => Promise<Acted>,
  ) => {
    app.post(`${AGENT_API}/tickets/:id/${verb}`, async (c) => {
      const body = await readJson(c, schema);
      if (body instanceof Response) return body;
      return answerActed(c, parts, await act(c.get('agent'), c.req.param('id'), body));
    });
  };
  post('assign', assignSchema, async ({ id }, ticket, { assignee, version }) => {
    const isKnown = assignee === null || (await parts.agents.list()).some((agent) => agent.id === assignee);
    return isKnown ? desk.assign(id, ticket, assignee, version) : { kind: 'unknown' };
  });
  post('priority', prioritySchema, ({ id }, ticket, { priority }) => desk.prioritise(id, ticket, priority));
  post('classify', classifySchema, ({ id }, ticket, { problem, service }) =>
    desk.classify(id, ticket, {
      ...(problem !== undefined && { problem }),
      ...(service !== undefined && { service }),
    }),
  );
  post('close', closeSchema, ({ id }, ticket, { outcome, version, guide }) =>
    desk.close(id, ticket, { outcome, version, ...(guide !== undefined && { guide }) }),
  );
  const simple: Readonly<Record<string, (agent: string, ticket: string) => Promise<Acted>>> = {
    reopen: (agent, ticket) => desk.reopen(agent, ticket),
    hold: (agent, ticket) => desk.hold(agent, ticket),
    release: (agent, ticket) => desk.release(agent, ticket),
  };
  for (const [verb, act] of Object.entries(simple)) {
    post(verb, emptySchema, ({ id }, ticket) => act(id, ticket));
  }
}

async function answerActed(c: Context<AgentEnv>, parts: DeskRouteParts, acted: Acted): Promise<Response> {
  if (acted.kind === 'done')
    return c.json({ ticket: ticketAnswer(acted.value, await namesOf(parts, acted.value)) });
  return refuse(parts, acted);
}

/** The answer to an action that was not taken. */
export async function refuse(
  parts: Pick<DeskRouteParts, 'agents'>,
  acted: Exclude<Acted<unknown>, { kind: 'done' }>,
): Promise<Response> {
  if (acted.kind === 'unknown') {
    return problemResponse(
      404,
      'There is no such ticket, message or agent any more. Look at the list again.',
    );
  }
  return problemWith(acted.ticket, parts);
}

async function problemWith(ticket: Ticket, parts: Pick<DeskRouteParts, 'agents'>): Promise<Response> {
  const refusal = problemResponse(
    409,
    'Somebody was faster: the ticket has changed since you looked. Nothing was done; look at it and do it again.',
  );
  const problem: unknown = await refusal.json();
  const body = { ...(problem as object), ticket: ticketAnswer(ticket, await namesOf(parts, ticket)) };
  return new Response(JSON.stringify(body), { status: refusal.status, headers: refusal.headers });
}

/** Names by id the agents of tickets and messages; those who were dismissed keep theirs. */
export async function namesOf(
  { agents }: Pick<DeskRouteParts, 'agents'>,
  ...of: readonly { readonly assignee?: string; readonly author?: string }[]
): Promise<NameAgent> {
  const ids = of.flatMap(({ assignee, author }) => [assignee, author]).filter((id) => id !== undefined);
  const names = await agents.names([...new Set(ids)]);
  return (id) => names.get(id);
}
