export type { Citation, Reply, WordingInput, WordingMode } from './reply.ts';
export { extractReply, MOST_SENTENCES } from './extract-reply.ts';
