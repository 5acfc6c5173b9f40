import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { DataCommand, DataMeans } from '../backup/index.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { eraseSubject, exportSubject, type Subject } from './subject-data.ts';

const MAILBOX = /^[^\s@]+@[^\s@]+$/;

const exporting: DataCommand = {
  usage: 'MAILBOX [--to FILE]',
  summary: 'writes all that is kept of a reader, files included, to a file (JSON)',
  async run(args, means) {
    const read = readArguments(args, { to: { type: 'string' } });
    if (typeof read === 'string') return read;
    const { subject, values } = read;
    const file = typeof values['to'] === 'string' ? values['to'] : 'subject.json';
    await withDatabase(means, async (database) => {
      const data = await exportSubject(database, subject, means.now());
      // Never over another file: it may be somebody else's copy.
      await writeFile(file, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      means.print(
        `${data.tickets.length} tickets and ${data.conversations.length} conversations were written to ${file}. It holds personal data: hand it over safely, then remove it.`,
      );
    });
    return undefined;
  },
};

const erasing: DataCommand = {
  usage: 'MAILBOX --yes',
  summary: 'removes all that is kept of a reader for good, files included',
  async run(args, means) {
    const read = readArguments(args, { yes: { type: 'boolean' } });
    if (typeof read === 'string') return read;
    if (read.values['yes'] !== true) return 'This cannot be undone. Say --yes when it is meant.';
    await withDatabase(means, async (database) => {
      const { dataDir } = means.settings;
      const { tickets, conversations, letters, drafts } = await eraseSubject(database, dataDir, read.subject);
      means.print(
        `${tickets} tickets, ${conversations} conversations, ${letters} letters and ${drafts} drafts of guides were removed. Backups from before hold them until they are removed as well.`,
      );
    });
    return undefined;
  },
};

/** The commands over the data of one reader. */
export const SUBJECT_COMMANDS: Readonly<Record<string, DataCommand>> = { export: exporting, erase: erasing };

function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>,
):
  | string
  | { readonly subject: Subject; readonly values: Readonly<Record<string, string | boolean | undefined>> } {
  const { values, positionals } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: true,
  });
  const [email, ...more] = positionals;
  if (email === undefined || more.length > 0 || !MAILBOX.test(email)) return 'Name one mailbox.';
  return { subject: { email }, values: Object.fromEntries(Object.entries(values).map(one)) };
}

/** Options are given once here; a list of values has no meaning. */
function one([name, value]: [string, unknown]): [string, string | boolean | undefined] {
  return [name, typeof value === 'string' || typeof value === 'boolean' ? value : undefined];
}

async function withDatabase(
  { settings }: DataMeans,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const database = await openDatabase(settings);
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
