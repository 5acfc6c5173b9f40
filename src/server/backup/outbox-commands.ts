import { DatabaseError, openDatabase, type Database } from '../database/index.ts';
import { listFailedJobs, retryFailedJobs, type FailedJob } from '../outbox/index.ts';
import type { DataCommand, DataMeans } from './data-command.ts';

const KINDS: Readonly<Record<string, string>> = {
  'mail-message': 'an answer by mail',
  'mail-letter': 'a letter of Pandu',
  webhook: 'a webhook',
  connector: 'a hand-over to a desk elsewhere',
  deadline: 'a deadline',
};

/** By the name of the last fault. */
const REASONS: Readonly<Record<string, string>> = {
  MailAwayError: 'the mail server was away, not to be trusted, or took no password',
  MailError: 'the mail server did not take it for now',
  WebhookRefusedError: 'its receiver did not take it',
  ConnectorError: 'the desk elsewhere did not take it',
  OutwardError: 'its receiver was away, or within a network that is not allowed',
  DatabaseGoneError: 'the database was away',
  'job timed out': 'it took too long',
  'job heartbeat timeout': 'its process died',
};

/** Shows what was given up. */
export const failed: DataCommand = {
  usage: '',
  summary: 'lists what should have left the house (mail, webhooks) and was given up after a day of tries',
  async run(args, means) {
    if (args.length > 0) return 'Nothing follows the command.';
    const { count, jobs } = await withDatabase(means, listFailedJobs);
    if (count === 0) means.print('Nothing was given up in the last two weeks.');
    for (const job of jobs) means.print(describe(job));
    if (count > jobs.length) means.print(`… and ${count - jobs.length} older ones.`);
    if (count > 0) means.print('\nnpm run data -- retry ID tries one again, retry all every one.');
    return undefined;
  },
};

/** Tries what was given up once more. */
export const retry: DataCommand = {
  usage: 'ID | all',
  summary: 'tries again what failed lists, one or all; a running server begins at once',
  async run(args, means) {
    const [which, ...more] = args;
    if (which === undefined || more.length > 0) return 'Name one id, or all.';
    const count = await withDatabase(means, (database) => retryFailedJobs(database, which));
    if (count === 0 && which !== 'all')
      return 'Nothing of that id was given up. npm run data -- failed lists what was.';
    means.print(`${count} will be tried again.`);
    return undefined;
  },
};

function describe({ id, kind, createdAt, failedAt, tries, reason }: FailedJob): string {
  const why = REASONS[reason] ?? 'a fault that should not be; the log of that time says which job';
  const known = reason === '' ? why : `${why} (${reason})`;
  return `${id}  ${KINDS[kind] ?? kind}, since ${minuteOf(createdAt)}, given up ${minuteOf(failedAt)}, tried ${tries}×: ${known}`;
}

function minuteOf(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A PostgreSQL server lets this in beside a running Pandu; the database within Pandu does not. */
async function withDatabase<Told>(
  { settings }: DataMeans,
  work: (database: Database) => Promise<Told>,
): Promise<Told> {
  const database = await openDatabase(settings).catch((cause: unknown) => {
    if (!(cause instanceof DatabaseError) || settings.databaseUrl !== '') throw cause;
    const hint = 'How many were given up stands at /metrics while it runs (pandu_outbox_jobs).';
    throw new DatabaseError(`${cause.message}\n${hint}`, { cause });
  });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
