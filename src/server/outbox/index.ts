export type { JobName, JobOptions, Jobs, Outbox } from './outbox.ts';
