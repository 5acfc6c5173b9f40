import { parseArgs } from 'node:util';
import path from 'node:path';
import { DatabaseError, openDatabase, openPostgresDatabase, type Database } from '../database/index.ts';
import { backupFolder, backupName } from './backup-folder.ts';
import type { DataCommand, DataMeans } from './data-command.ts';
import { failed, retry } from './outbox-commands.ts';
import { restoreBackup } from './restore-backup.ts';
import { restoreDirectory } from './restore-directory.ts';
import { refuseUnfinished } from './unfinished-restore.ts';
import { writeBackup } from './write-backup.ts';

/** 0 done, 1 failed (thrown), 2 not understood. */
export type DataExitCode = 0 | 2;

const backup: DataCommand = {
  usage: '[--to FILE]',
  summary: 'copies everything that is kept to a file',
  async run(args, means) {
    const { values, positionals } = read(args, { to: { type: 'string' } });
    if (positionals.length > 0) return 'The file is named with --to.';
    const file = values['to'] ?? path.join(backupFolder(means.settings), backupName(means.now()));
    await copyTo(file, means);
    return undefined;
  },
};

const restore: DataCommand = {
  usage: 'FILE [--into DATA_DIR] [--aside]',
  summary: 'puts a backup into an empty database; --aside keeps the one that is there under another name',
  async run(args, { settings, now, print }) {
    const { values, positionals } = read(args, { into: { type: 'string' }, aside: { type: 'boolean' } });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return 'Name one backup.';
    if (values['into'] === undefined && settings.databaseUrl !== '') {
      const rows = await fillServer(settings.databaseUrl, file);
      print(`${rows} rows were put into the PostgreSQL server of DATABASE_URL.`);
      return undefined;
    }
    const directory = path.join(values['into'] ?? settings.dataDir, 'postgres');
    const done = await restoreDirectory(file, directory, {
      movesAside: values['aside'] === true,
      now: now(),
    });
    print(`${done.rows} rows were put into ${directory}.`);
    if (done.aside !== undefined)
      print(`What was there is now ${done.aside}; remove it when it is of no more use.`);
    return undefined;
  },
};

const move: DataCommand = {
  usage: '--to postgres://… | DATA_DIR',
  summary: 'puts everything into an empty database elsewhere, by way of a backup; what is here stays',
  async run(args, means) {
    const { values, positionals } = read(args, { to: { type: 'string' } });
    const to = values['to'];
    if (to === undefined || to === '' || positionals.length > 0)
      return 'Say where to: --to postgres://… or --to DATA_DIR.';
    const file = path.join(backupFolder(means.settings), backupName(means.now()));
    await copyTo(file, means);
    if (/^postgres(ql)?:/.test(to)) {
      const rows = await fillServer(to, file);
      means.print(
        `${rows} rows are in the PostgreSQL server now. Set DATABASE_URL to it for the next start.`,
      );
    } else {
      const directory = path.join(to, 'postgres');
      const { rows } = await restoreDirectory(file, directory, { movesAside: false, now: means.now() });
      means.print(
        `${rows} rows are in ${directory} now. Start with DATA_DIR=${to} and without DATABASE_URL.`,
      );
    }
    return undefined;
  },
};

/** The commands that this folder has; the caller adds those of other folders. */
export const DATA_COMMANDS: Readonly<Record<string, DataCommand>> = { backup, restore, move, failed, retry };

/**
 * Runs one of the commands over kept data and gives the exit code.
 * @throws {DatabaseError} when it cannot be done; the message says what to do.
 */
export async function runData(
  commands: Readonly<Record<string, DataCommand>>,
  args: readonly string[],
  means: DataMeans,
): Promise<DataExitCode> {
  const [name = 'help', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const isAsked = ['help', '--help', '-h'].some((word) => word === name || rest.includes(word));
  if (!command || isAsked) {
    if (!isAsked) means.print(`There is no command "${name}".\n`);
    means.print(describeAll(command ? { [name]: command } : commands));
    return isAsked ? 0 : 2;
  }
  const wrong = await command.run(rest, means).catch((error: unknown) => {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      return error.message;
    }
    throw error;
  });
  if (wrong === undefined) return 0;
  means.print(`${wrong}\n\n${describeAll({ [name]: command })}`);
  return 2;
}

function describeAll(commands: Readonly<Record<string, DataCommand>>): string {
  const lines = Object.entries(commands).map(
    ([name, { usage, summary }]) => `  npm run data -- ${name} ${usage}\n      ${summary}`,
  );
  return ['Over what DATA_DIR or DATABASE_URL keeps:', '', ...lines].join('\n');
}

function read<Options extends Readonly<Record<string, { type: 'string' | 'boolean' }>>>(
  args: readonly string[],
  options: Options,
) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

async function copyTo(file: string, { settings, now, print }: DataMeans): Promise<void> {
  const database = await openSource(settings);
  try {
    await refuseUnfinished(database);
    const rows = await writeBackup(database, file, now());
    print(`${rows} rows were copied to ${file}. It holds personal data: keep it where nobody else reads it.`);
  } finally {
    await database.close();
  }
}

async function openSource(settings: DataMeans['settings']): Promise<Database> {
  try {
    return await openDatabase(settings);
  } catch (cause) {
    if (!(cause instanceof DatabaseError) || settings.databaseUrl !== '') throw cause;
    throw new DatabaseError(
      `${cause.message}\nA running server makes a backup each day by itself, in ${backupFolder(settings)}.`,
      { cause },
    );
  }
}

async function fillServer(address: string, file: string): Promise<number> {
  const database = await openPostgresDatabase(address);
  try {
    return await restoreBackup(database, file);
  } finally {
    await database.close();
  }
}
