export { openDeliveryJournal, type DeliveryJournal } from './delivery-journal.ts';
export type { Attempt, FailedJob, JobHandlers, JobName, JobOptions, Jobs, Outbox } from './outbox.ts';
export { openOutbox } from './pg-boss-outbox.ts';
