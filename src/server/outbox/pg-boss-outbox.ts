import { createHash } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { Database } from '../database/index.ts';
import { bossExecutor, sessionExecutor } from './boss-executor.ts';
import { createCarrier } from './carry-out.ts';
import { countJobs, SCHEMA } from './count-jobs.ts';
import type { DeliveryJournal } from './delivery-journal.ts';
import type { Handler, JobHandlers, JobName, Jobs, Outbox } from './outbox.ts';
import { CHANNEL, sayThatItWaits, setAlarm } from './wake.ts';

/** How many jobs of a kind a process carries out at a time. */
const WORKERS: Readonly<Record<JobName, number>> = {
  'mail-message': 2,
  'mail-letter': 2,
  webhook: 3,
  connector: 1,
  deadline: 1,
};
const NAMES = Object.keys(WORKERS) as JobName[];

const DAY_S = 24 * 60 * 60;
const QUEUE = {
  // With twice the wait each time, up to two hours: a good day in all.
  retryLimit: 24,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 2 * 60 * 60,
  // Nothing that waits may vanish by age.
  retentionSeconds: 365 * DAY_S,
  deleteAfterSeconds: 14 * DAY_S,
  expireInSeconds: 5 * 60,
  // A process that died is noticed by its silence.
  heartbeatSeconds: 10,
};
const POLLING_S = 5;
const SUPERVISION_S = 10;
const START_ATTEMPTS = 5;
const STOP_MS = 20_000;
const QUIET_MS = 60_000;

export interface OutboxMeans {
  readonly log: (line: string) => void;
  /** What is kept beside the database of what was delivered; without one the notes in the database alone count. */
  readonly journal?: DeliveryJournal;
}

/**
 * Opens the outbox of a database (pg-boss in a schema of its own, over the port). Several processes may; each job is
 * carried out by one of them. One that is killed in the middle of a job leaves it to be done again, by whoever lives,
 * within half a minute; what its receiver had said yes to by then stands in the journal and is only noted.
 * @throws when the database does not answer now; once open, the outbox goes on trying.
 */
export async function openOutbox(database: Database, { log, journal }: OutboxMeans): Promise<Outbox> {
  const boss = await startBoss(database, log);
  const workers = new Map<string, string[]>();
  const alarm = setAlarm((name) => {
    for (const [kind, ids] of workers) {
      if (name === undefined || name === kind) for (const id of ids) boss.notifyWorker(id);
    }
  });
  const carryOut = createCarrier({ log, journal, openedAt: new Date() });
  let unlisten: (() => Promise<void>) | undefined;
  const outbox: Outbox = {
    async enqueue(session, name, job, { startAfter, key } = {}) {
      await boss.send(name, job, {
        db: sessionExecutor(session),
        ...(startAfter && { startAfter }),
        ...(key !== undefined && { id: idOf(name, key) }),
      });
      await sayThatItWaits(session, name, startAfter);
    },
    async work(handlers) {
      for (const name of NAMES) {
        const handle = handlerOf(handlers, name);
        if (!handle) continue;
        const ids: string[] = [];
        workers.set(name, ids);
        for (let one = 0; one < WORKERS[name]; one += 1) {
          const id: string = await boss.work<Jobs[typeof name], undefined, typeof WORK>(
            name,
            WORK,
            async ([job]) => {
              // What waits behind this one is looked at next, not with the next poll.
              boss.notifyWorker(id);
              if (job) await carryOut(job, handle);
              return undefined;
            },
          );
          ids.push(id);
        }
      }
      unlisten ??= await database.listen(CHANNEL, alarm.hear);
    },
    count: () => countJobs(database, NAMES),
    async stop() {
      alarm.stop();
      await unlisten?.().catch(() => undefined);
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
  return outbox;
}

const WORK = { includeMetadata: true, batchSize: 1, pollingIntervalSeconds: POLLING_S } as const;

async function startBoss(database: Database, log: (line: string) => void): Promise<PgBoss> {
  // Only who has a desk pays for it.
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: bossExecutor(database),
    schema: SCHEMA,
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: SUPERVISION_S,
    monitorIntervalSeconds: SUPERVISION_S,
    flowIntervalSeconds: 60 * 60,
    bamIntervalSeconds: 60 * 60,
  });
  let quietUntil = 0;
  // Unheard, the event would end the process.
  boss.on('error', (fault) => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + QUIET_MS;
    const message = 'The outbox waits: its database does not do what it asks.';
    log(JSON.stringify({ level: 'warning', message, reason: fault.name }));
  });
  // Processes that start together make the tables once; who came second tries again.
  await boss.start({ attempts: START_ATTEMPTS });
  for (const name of NAMES) {
    // Also reads the queue into memory: within a transaction on PGlite nothing else can be read.
    await boss.createQueue(name, QUEUE);
  }
  return boss;
}

/** The handler of a kind, for the jobs of that kind. */
function handlerOf<Name extends JobName>(handlers: JobHandlers, name: Name): Handler<Name> | undefined {
  return handlers[name];
}

/** An id of the form that pg-boss takes, the same for the same key. */
function idOf(name: JobName, key: string): string {
  const hex = createHash('sha256').update(`${name} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
