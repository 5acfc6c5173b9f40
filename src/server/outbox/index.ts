export { openDeliveryJournal, type DeliveryJournal } from './delivery-journal.ts';
export type { Attempt, JobHandlers, JobName, JobOptions, Jobs, Outbox } from './outbox.ts';
export { listFailedJobs, retryFailedJobs, type FailedJob } from './failed-jobs.ts';
export { openOutbox } from './pg-boss-outbox.ts';
