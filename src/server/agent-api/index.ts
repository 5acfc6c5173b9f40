export { mountAgentApi, type AgentApiParts } from './mount-agent-api.ts';
