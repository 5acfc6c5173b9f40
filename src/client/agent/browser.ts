export { countShards, shardOf, shardPath, type AgentGuide } from './agent-guide.ts';
export { createGuideReader, stepOf } from './guide-reader.ts';
export { createGuideLoader } from './load-guide.ts';
export { openDesk, startAgentDesk } from './start-desk.ts';
export type { DeskSettings } from './desk-parts.ts';
export type { DeskUse } from './desk-use.ts';
export { fillIn, type DeskWords } from './desk-words.ts';
