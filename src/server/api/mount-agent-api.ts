import { OpenAPIHono } from '@hono/zod-openapi';
import type { AssembledDesk } from './assemble-desk.ts';
import { refuseForeign, type AgentEnv } from './agent-guard.ts';
import { mountAgents, type AgentRouteParts } from './agent-routes.ts';
import type { AppEnv, AppParts } from './app-parts.ts';
import { AGENT_API } from './desk-answer.ts';
import { mountDeskFiles } from './desk-files.ts';
import { mountDeskHelps } from './desk-helps.ts';
import { mountDesk } from './desk-routes.ts';
import { mountDeskSubject } from './desk-subject.ts';
import { limitRate } from './limit-rate.ts';
import { problemResponse } from './problem.ts';
import { clientOf } from './ticket-parts.ts';

/** Mounts all of `/agent/api/`; without a desk there is nothing there. */
export function mountAgentApi(app: OpenAPIHono<AppEnv>, parts: AppParts): void {
  const { desk } = parts;
  if (desk) {
    const agentApi = new OpenAPIHono<AgentEnv>();
    agentApi.use(`${AGENT_API}/*`, limitRate(parts.rateLimiter), refuseForeign(parts.siteUrl));
    const deskParts = { ...parts, ...desk, ...desk.store };
    mountAgents(agentApi, { ...desk, nameClient: (c) => clientOf(c, parts), ...sendLink(desk) });
    mountDesk(agentApi, deskParts);
    mountDeskHelps(agentApi, deskParts);
    mountDeskFiles(agentApi, deskParts);
    mountDeskSubject(agentApi, deskParts);
    app.route('/', agentApi);
  }
  app.all(`${AGENT_API}/*`, () => problemResponse(404, 'There is no such address.'));
}

/** Links for agents go out by mail too, where there is mail; admins can copy them in any case. */
function sendLink({ answersByMail, invite }: AssembledDesk): Pick<AgentRouteParts, 'sendLink'> {
  return answersByMail ? { sendLink: invite } : {};
}
