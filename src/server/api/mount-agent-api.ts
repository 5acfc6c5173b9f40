import { OpenAPIHono } from '@hono/zod-openapi';
import { refuseForeign, type AgentEnv } from './agent-guard.ts';
import type { AppEnv, AppParts } from './app-parts.ts';
import { AGENT_API } from './desk-answer.ts';
import { mountDesk } from './desk-routes.ts';
import { limitRate } from './limit-rate.ts';
import { problemResponse } from './problem.ts';

/** Mounts all of `/agent/api/`; without a desk there is nothing there. */
export function mountAgentApi(app: OpenAPIHono<AppEnv>, parts: AppParts): void {
  const { desk } = parts;
  if (desk) {
    const agentApi = new OpenAPIHono<AgentEnv>();
    agentApi.use(`${AGENT_API}/*`, limitRate(parts.rateLimiter), refuseForeign(parts.siteUrl));
    mountDesk(agentApi, { ...parts, ...desk, ...desk.store });
    app.route('/', agentApi);
  }
  app.all(`${AGENT_API}/*`, () => problemResponse(404, 'There is no such address.'));
}
