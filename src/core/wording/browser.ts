export type { Citation, Reply, WordingInput, WordingMode } from './reply.ts';
