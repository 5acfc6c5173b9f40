export type { FailedJob, JobHandlers, JobName, JobOptions, Jobs, Outbox } from './outbox.ts';
export { openOutbox } from './pg-boss-outbox.ts';
