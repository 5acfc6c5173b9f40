import type { Attempt, JobHandlers, JobName, JobOptions, Jobs, Outbox } from './outbox.ts';

interface QueuedJob {
  readonly name: JobName;
  readonly job: Jobs[JobName];
  readonly options: JobOptions;
}

/** An outbox in memory for tests: it keeps what is queued, also of transactions that are undone, until it is run. */
export interface FakeOutbox extends Pick<Outbox, 'enqueue'> {
  readonly queued: QueuedJob[];
  /** Jobs whose receiver has said yes; a handler that threw after it is told so when it is run again. */
  readonly taken: Set<Jobs[JobName]>;
  /** Carries out all that waits, whatever its moment; what a handler throws is thrown, and the job waits again. */
  run(handlers: JobHandlers): Promise<void>;
}

export function createFakeOutbox(): FakeOutbox {
  const queued: QueuedJob[] = [];
  const taken = new Set<Jobs[JobName]>();
  const keys = new Set<string>();
  return {
    queued,
    taken,
    enqueue(_session, name, job, options = {}) {
      const key = `${name} ${options.key ?? crypto.randomUUID()}`;
      if (!keys.has(key)) queued.push({ name, job, options });
      keys.add(key);
      return Promise.resolve();
    },
    async run(handlers) {
      for (let next = queued[0]; next; next = queued[0]) {
        // A kind and its payload are queued together.
        const handle = handlers[next.name] as
          ((job: Jobs[JobName], attempt: Attempt) => Promise<void>) | undefined;
        const { job } = next;
        await handle?.(job, { wasTaken: taken.has(job), taken: () => void taken.add(job) });
        queued.shift();
      }
    },
  };
}
