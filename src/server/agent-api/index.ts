export type { SendLink } from './agent-routes.ts';
export { mountAgentApi, type AgentApiParts } from './mount-agent-api.ts';
