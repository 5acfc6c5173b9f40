export { countShards, shardOf, shardPath, type AgentGuide } from './agent-guide.ts';
export { createGuideLoader } from './load-guide.ts';
export { startAgentDesk } from './start-desk.ts';
export type { DeskSettings } from './desk-parts.ts';
export type { DeskWords } from './desk-words.ts';
