export type { Citation, Reply, WordingInput, WordingMode } from './reply.ts';
export { extractReply } from './extract-reply.ts';
