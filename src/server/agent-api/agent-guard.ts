import type { Context, MiddlewareHandler } from 'hono';
import { mayActAs, type Agent, type Agents, type Role } from '../agent/index.ts';
import { isSameSite, problemResponse, type AppEnv } from '../http/index.ts';

/** What the handlers of agents' addresses find in their context. */
export interface AgentEnv {
  Bindings: AppEnv['Bindings'];
  Variables: AppEnv['Variables'] & { agent: Agent };
}

const READ_METHODS = ['GET', 'HEAD'];
/** No form of another site can send the first without asking; the second is for files. */
const TYPES = ['application/json', 'multipart/form-data'];

/**
 * Lets in what an agent of at least `role` sends from a page of this site, and sets it as `c.get('agent')`; everybody
 * else is answered with a problem. `refuseForeign` belongs before it.
 */
export function requireAgent(
  agents: Pick<Agents, 'whoIs'>,
  role: Role = 'agent',
): MiddlewareHandler<AgentEnv> {
  return async (c, next) => {
    const agent = await agents.whoIs(c.req.raw.headers);
    if (!agent)
      return problemResponse(401, 'Nobody is signed in. Sign in at /agent/masuk/, then send it again.');
    if (!mayActAs(agent.role, role)) {
      return problemResponse(403, `This needs the role ${role}. Ask an admin for it.`);
    }
    c.set('agent', agent);
    return next();
  };
}

/**
 * For all of `/agent/api/*`: nothing there is kept by a cache, and what changes something must come from a page of
 * this site, as JSON or as files. Browsers send the cookie of a session with what other sites make them send, too.
 */
export function refuseForeign(siteUrl: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('route', 'agent-api');
    const refusal = READ_METHODS.includes(c.req.method) ? undefined : refusalOf(c, siteUrl);
    if (refusal !== undefined) return problemResponse(403, refusal);
    await next();
    c.res.headers.set('Cache-Control', 'no-store');
    return undefined;
  };
}

function refusalOf(c: Context<AppEnv>, siteUrl: string): string | undefined {
  if (!isSameSite(c.req.raw.headers, siteUrl)) {
    return `This was not sent from a page of this site. Open ${siteUrl}/agent/ and do it there.`;
  }
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  return TYPES.includes(type) ? undefined : `Send it with Content-Type: ${TYPES.join(' or ')}.`;
}
