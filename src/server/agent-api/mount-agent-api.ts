import { OpenAPIHono } from '@hono/zod-openapi';
import { clientOf, limitRate, problemResponse, type AppEnv, type RateLimiter } from '../http/index.ts';
import { refuseForeign, type AgentEnv } from './agent-guard.ts';
import { mountAgents, type AgentRouteParts } from './agent-routes.ts';
import { AGENT_API } from './desk-answer.ts';
import { mountDeskFiles, type DeskFileParts } from './desk-files.ts';
import { mountDeskHelps, type DeskHelpParts } from './desk-helps.ts';
import { mountDesk, type DeskRouteParts } from './desk-routes.ts';
import { mountDeskSubject, type DeskSubjectParts } from './desk-subject.ts';

/** Everything that agents' addresses need. Without a `rateLimiter`, nobody is told to wait. */
export interface AgentApiParts
  extends
    DeskRouteParts,
    DeskHelpParts,
    DeskFileParts,
    DeskSubjectParts,
    Omit<AgentRouteParts, 'nameClient'> {
  readonly agents: DeskRouteParts['agents'];
  readonly rateLimiter?: RateLimiter;
}

/** Mounts all of `/agent/api/`; without parts there is nothing there. */
export function mountAgentApi(app: OpenAPIHono<AppEnv>, parts: AgentApiParts | undefined): void {
  if (parts) {
    const agentApi = new OpenAPIHono<AgentEnv>();
    agentApi.use(`${AGENT_API}/*`, limitRate(parts.rateLimiter), refuseForeign(parts.siteUrl));
    mountAgents(agentApi, { ...parts, nameClient: (c) => clientOf(c, parts) });
    mountDesk(agentApi, parts);
    mountDeskHelps(agentApi, parts);
    mountDeskFiles(agentApi, parts);
    mountDeskSubject(agentApi, parts);
    app.route('/', agentApi);
  }
  app.all(`${AGENT_API}/*`, () => problemResponse(404, 'There is no such address.'));
}
