import type { Session } from '../database/index.ts';

/** What can wait in the outbox; each kind has one handler. Payloads hold ids, never words or addresses of a person. */
export interface Jobs {
  /** A message of a ticket, to its reader by mail. */
  readonly 'mail-message': { readonly ticket: string; readonly message: string };
  /** A letter of Pandu itself: a code, a link, a receipt. `letter` names what is read from the database then. */
  readonly 'mail-letter': { readonly letter: string };
  /** An event of a ticket, to one webhook endpoint. */
  readonly webhook: { readonly ticket: string; readonly event: string; readonly endpoint: string };
  /** A ticket or message, to a desk elsewhere. */
  readonly connector: { readonly ticket: string; readonly event: string; readonly connector: string };
  /** A deadline comes near, or has passed. */
  readonly deadline: { readonly ticket: string };
}
export type JobName = keyof Jobs;

/** What a handler is told of earlier tries of its job, and tells of this one. */
export interface Attempt {
  /** The receiver said yes to an earlier try, which did not live to note it: it is to be noted, and nothing sent. */
  readonly wasTaken: boolean;
  /** To be called in the moment of the receiver's yes, before anything is waited for. Never throws. */
  readonly taken: () => void;
}

export type JobHandlers = { readonly [Name in JobName]?: Handler<Name> };
export type Handler<Name extends JobName> = (job: Jobs[Name], attempt: Attempt) => Promise<void>;

export interface JobOptions {
  /** Not before that moment. */
  readonly startAfter?: Date;
  /** The same key of the same kind is queued once, also after it was carried out; remembered for two weeks. */
  readonly key?: string;
}

/** What has to leave the house: written with its cause, carried out afterwards, again until it succeeds. */
export interface Outbox {
  /** Queues a job in the transaction of its cause. */
  enqueue<Name extends JobName>(
    session: Session,
    name: Name,
    job: Jobs[Name],
    options?: JobOptions,
  ): Promise<void>;
  /** Begins to carry jobs out; a handler that throws is called again later. */
  work(handlers: JobHandlers): Promise<void>;
  /** How many jobs wait, and how many were given up, for the metrics. */
  count(): Promise<{ readonly waiting: number; readonly failed: number }>;
  /** Lets what runs end. */
  stop(): Promise<void>;
}
