import { z } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import { ROLES, type Agents } from '../agent/index.ts';
import { badParameters, describeIssues, problemResponse, readJson } from '../http/index.ts';
import { requireAgent, type AgentEnv } from './agent-guard.ts';
import { AGENT_API } from './desk-answer.ts';

/** What the routes of agents' accounts need. */
export interface AgentRouteParts {
  readonly agents: Agents;
  readonly answersByMail: boolean;
  /** The network address that a request comes from. */
  readonly nameClient: (c: Context<AgentEnv>) => string;
  /** Sends a link by mail as well; absent without mail. */
  readonly sendLink?: SendLink;
}

/** Mails a link to somebody who is to be an agent, or to one who lost their password; null: in both languages. */
export type SendLink = (
  kind: 'invitation' | 'password',
  email: string,
  lang: Language | null,
  link: string,
) => Promise<void>;

const inviteSchema = z.object({
  email: z.email('is not a mailbox').max(254),
  role: z.enum(ROLES, 'is not a role'),
  /** In which the admin sees the page, and the invitation is written. */
  lang: z.enum(LANGUAGES, 'is not a language').optional(),
});
const roleSchema = z.object({ role: z.enum(ROLES, 'is not a role') });
const emptySchema = z.object({});
const auditSchema = z.object({
  before: z.string().max(100).optional(),
  limit: z.coerce.number('is not a whole number from 1 to 200').int().min(1).max(200).optional(),
});

/** Mounts sign-in (`/agent/api/auth/*`), who is signed in, and what admins do about others. */
export function mountAgents(app: Hono<AgentEnv>, parts: AgentRouteParts): void {
  const { agents, answersByMail } = parts;
  const admin = requireAgent(agents, 'admin');
  app.all(`${AGENT_API}/auth/*`, (c) => agents.handle(c.req.raw, parts.nameClient(c)));
  app.get(`${AGENT_API}/me`, requireAgent(agents), (c) =>
    c.json({ agent: c.get('agent'), mail: answersByMail }),
  );
  app.get(`${AGENT_API}/agents`, requireAgent(agents), async (c) => c.json({ agents: await agents.list() }));
  app.get(`${AGENT_API}/roster`, admin, async (c) => c.json({ agents: await agents.roster() }));
  app.get(`${AGENT_API}/audit`, admin, async (c) => {
    const query = auditSchema.safeParse(c.req.query());
    if (!query.success) return badParameters(describeIssues(query.error));
    const { before, limit } = query.data;
    const entries = await agents.readAudit({
      ...(before !== undefined && { before }),
      ...(limit !== undefined && { limit }),
    });
    return c.json({ entries });
  });
  app.post(`${AGENT_API}/agents/invite`, admin, async (c) => {
    const body = await readJson(c, inviteSchema);
    if (body instanceof Response) return body;
    const link = await agents.invite(c.get('agent'), body.email, body.role);
    if (link === undefined) {
      return problemResponse(409, 'Somebody answers under this mailbox already. Change their role instead.');
    }
    await parts.sendLink?.('invitation', body.email, body.lang ?? null, link);
    return c.json({ link });
  });
  app.post(`${AGENT_API}/agents/:id/role`, admin, async (c) => {
    const body = await readJson(c, roleSchema);
    if (body instanceof Response) return body;
    return done(c, await agents.changeRole(c.get('agent'), c.req.param('id'), body.role));
  });
  app.post(`${AGENT_API}/agents/:id/dismiss`, admin, async (c) => {
    const body = await readJson(c, emptySchema);
    if (body instanceof Response) return body;
    return done(c, await agents.dismiss(c.get('agent'), c.req.param('id')));
  });
  app.post(`${AGENT_API}/agents/:id/end-sessions`, admin, async (c) => {
    const body = await readJson(c, emptySchema);
    if (body instanceof Response) return body;
    return done(c, await agents.endSessions(c.get('agent'), c.req.param('id')));
  });
  app.post(`${AGENT_API}/agents/:id/reset`, admin, async (c) => {
    const body = await readJson(c, emptySchema);
    if (body instanceof Response) return body;
    const reset = await agents.reset(c.get('agent'), c.req.param('id'));
    if (reset.kind === 'unknown') return done(c, false);
    if (reset.kind === 'wait') {
      return problemResponse(429, `Five links an hour are enough. Wait ${reset.seconds} seconds.`, {
        headers: { 'Retry-After': String(reset.seconds) },
      });
    }
    await parts.sendLink?.('password', reset.agent.email, reset.lang, reset.link);
    return c.json({ link: reset.link });
  });
}

function done(c: Context<AgentEnv>, isDone: boolean): Response {
  if (isDone) return c.json({});
  return problemResponse(
    409,
    'There is no such agent, or this is the last admin: make somebody else an admin first.',
  );
}
