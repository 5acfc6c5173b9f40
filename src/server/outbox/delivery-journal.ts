import { appendFileSync, createReadStream, mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** Which jobs their receivers have said yes to, kept outside the database: its notes wait in a line, this one does not. */
export interface DeliveryJournal {
  /** Writes the id of a job before it returns, so that it outlives the process; what cannot be written is logged. */
  write(job: string): void;
  /** Whether any process of the same DATA_DIR has written it since a moment; false, and logged, when it cannot be read. */
  has(job: string, since: Date): Promise<boolean>;
}

/** Below DATA_DIR. */
const FOLDER = 'deliveries';
const DAY_MS = 24 * 60 * 60 * 1000;
/** As many days with deliveries as a job that was given up can be run again, and one. */
const KEPT_FILES = 15;
const FILE = /^\d{4}-\d\d-\d\d\.txt$/;
const QUIET_MS = 60_000;

/**
 * Opens the journal below DATA_DIR, in a folder that is made when the first job is written: a file for each day (UTC),
 * a line for each job. Several processes of one machine may share it; only the newest files are kept. A folder that
 * cannot be used costs the journal, and nothing else.
 */
export async function openDeliveryJournal(
  dataDir: string,
  { log, now }: { readonly log: (line: string) => void; readonly now: () => Date },
): Promise<DeliveryJournal> {
  const folder = path.join(dataDir, FOLDER);
  const warn = warnSeldom(log, now);
  /** Known as long as this process lives. */
  const unwritten = new Set<string>();
  await removeOld(folder).catch(warn);
  return {
    write(job) {
      try {
        append(folder, fileOf(now()), job);
      } catch (fault) {
        unwritten.add(job);
        warn(fault);
      }
    },
    async has(job, since) {
      if (unwritten.has(job)) return true;
      try {
        // The clock of the database may be another.
        const first = fileOf(new Date(since.getTime() - DAY_MS));
        for (const file of (await listFiles(folder)).filter((name) => name >= first)) {
          if (await holdsLine(path.join(folder, file), job)) return true;
        }
      } catch (fault) {
        warn(fault);
      }
      return false;
    },
  };
}

/** One write at the end of the file, which the system keeps also when the process is killed after it. */
function append(folder: string, file: string, job: string): void {
  // The end of the line stands before it: what a full disk cut off spoils no line but its own.
  const write = () => {
    appendFileSync(path.join(folder, file), `\n${job}`, { mode: 0o600 });
  };
  try {
    write();
  } catch (fault) {
    if (codeOf(fault) !== 'ENOENT') throw fault;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    write();
  }
}

/** Read piece by piece: a file may be of any size. */
async function holdsLine(file: string, line: string): Promise<boolean> {
  let rest = '';
  for await (const piece of createReadStream(file, 'latin1') as AsyncIterable<string>) {
    const lines = `${rest}${piece}`.split('\n');
    // A last line that is longer than any id is none.
    rest = (lines.pop() ?? '').slice(0, line.length + 1);
    if (lines.includes(line)) return true;
  }
  return rest === line;
}

async function removeOld(folder: string): Promise<void> {
  const files = await listFiles(folder);
  for (const file of files.slice(0, -KEPT_FILES)) await rm(path.join(folder, file), { force: true });
}

/** The oldest first; what Pandu did not write is left alone. */
async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => FILE.test(name)).sort();
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return [];
    throw fault;
  }
}

function fileOf(moment: Date): string {
  return `${moment.toISOString().slice(0, 10)}.txt`;
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
}

function warnSeldom(log: (line: string) => void, now: () => Date): (fault: unknown) => void {
  let quietUntil = 0;
  return (fault) => {
    if (now().getTime() < quietUntil) return;
    quietUntil = now().getTime() + QUIET_MS;
    const message =
      'The journal of deliveries in DATA_DIR cannot be used; after a crash the database alone says what was sent.';
    log(JSON.stringify({ level: 'warning', message, reason: codeOf(fault) }));
  };
}
