import type { JobWithMetadata } from 'pg-boss';
import type { DeliveryJournal } from './delivery-journal.ts';
import type { Attempt } from './outbox.ts';

interface CarrierMeans {
  readonly log: (line: string) => void;
  readonly journal: DeliveryJournal | undefined;
  /** What was queued before may have been tried by a process that is gone. */
  readonly openedAt: Date;
}

/** Lets a handler do a job; one at a time where the same job is there twice. */
export type Carrier = <Job>(
  job: JobWithMetadata<Job>,
  handle: (job: Job, attempt: Attempt) => Promise<void>,
) => Promise<void>;

const GIVEN_UP =
  'A job of the outbox was given up. npm run data -- failed lists such jobs, npm run data -- retry tries them again.';
const TRIED_AGAIN = 'A job of the outbox failed; it is tried again.';

/**
 * Gives what carries jobs out, and knows which of them an earlier try has brought to a yes. A job whose sign of life came
 * too late is handed out anew while its first try still runs: the second waits for it.
 */
export function createCarrier({ log, journal, openedAt }: CarrierMeans): Carrier {
  const running = new Map<string, Promise<void>>();
  const wasTaken = async ({ id, retryCount, createdOn }: JobWithMetadata<unknown>) => {
    const mayBeSecond = retryCount > 0 || createdOn < openedAt;
    return mayBeSecond && journal !== undefined && (await journal.has(id, createdOn));
  };
  const tryOnce: Carrier = async (job, handle) => {
    try {
      await handle(job.data, { wasTaken: await wasTaken(job), taken: () => journal?.write(job.id) });
    } catch (fault) {
      const reason = fault instanceof Error ? fault.name : 'unknown';
      const isLast = job.retryCount >= job.retryLimit;
      const about = { job: job.name, id: job.id, reason };
      if (isLast) log(JSON.stringify({ level: 'error', message: GIVEN_UP, ...about }));
      else if (!isSaid(fault)) log(JSON.stringify({ level: 'warning', message: TRIED_AGAIN, ...about }));
      // pg-boss keeps what is thrown; the words of a fault may name a person.
      throw new Error(reason, { cause: undefined });
    }
  };
  return async (job, handle) => {
    const first = running.get(job.id) ?? Promise.resolve();
    const attempt = first.catch(() => undefined).then(() => tryOnce(job, handle));
    running.set(job.id, attempt);
    try {
      await attempt;
    } finally {
      if (running.get(job.id) === attempt) running.delete(job.id);
    }
  };
}

/** True for a fault of which whoever runs Pandu knows already, as that the mail server is away: no line for each job. */
function isSaid(fault: unknown): boolean {
  return fault instanceof Error && 'isSaid' in fault && fault.isSaid === true;
}
