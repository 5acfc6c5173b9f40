import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DatabaseError, type Database, type Session } from '../database/index.ts';
import { FORMAT, type BackupHeader } from './backup-format.ts';
import { describeSchema, REBUILT, type DescribedTable } from './describe-schema.ts';
import { explainFile } from './explain-file.ts';

/** What a backup that is being written is called after its name; one that was left is worth nothing. */
export const UNFINISHED = '.unfinished';

/** About as many bytes are asked of the database at once; a row that is larger comes alone. */
const BATCH_BYTES = 500_000;
const MOST_ROWS = 500;
/** The disk is spared less than the time in which nothing else can use the database within the process. */
const COMPRESSION = 1;

/**
 * Copies a whole database as of one moment into `file`, readable by its owner alone, and gives the number of rows.
 * The file appears when it is complete. The database within the process serves nobody else meanwhile.
 * @throws {DatabaseError} when the file is there already or cannot be written.
 * @throws {DatabaseGoneError} when the database does not answer, or part of it cannot be read.
 */
export async function writeBackup(database: Database, file: string, now: Date): Promise<number> {
  const unfinished = `${file}${UNFINISHED}`;
  try {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    if (existsSync(file)) throw Object.assign(new Error('There already.'), { code: 'EEXIST' });
    await rm(unfinished, { force: true });
  } catch (cause) {
    throw new DatabaseError(explainFile(file, cause), { cause });
  }
  try {
    const target = await open(unfinished, 'wx', 0o600);
    const rows = await database.transaction(async (session) => {
      await session.execute('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      const header = await describe(session, now);
      await pipeline(
        Readable.from(writeLines(session, header), { objectMode: false, highWaterMark: BATCH_BYTES }),
        createGzip({ level: COMPRESSION }),
        target.createWriteStream({ flush: true }),
      );
      return countRows(header);
    });
    await rename(unfinished, file);
    return rows;
  } catch (cause) {
    await rm(unfinished, { force: true });
    const remedy = explainFile(file, cause, '');
    throw remedy === '' ? cause : new DatabaseError(remedy, { cause });
  }
}

async function describe(session: Session, now: Date): Promise<BackupHeader> {
  // The text of every type is then the same on every server, and loses nothing.
  await session.execute(
    "SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL timezone = 'UTC'; " +
      "SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'",
  );
  const { before, after, tables, sequences } = await describeSchema(session);
  const counted: BackupHeader['tables'] = [];
  for (const { name, columns } of tables) {
    const [row] = await session.query(`SELECT count(*)::text AS n FROM ONLY ${name} ${condition(name)}`);
    counted.push({ name, columns: [...columns], rows: Number(row?.['n']) });
  }
  const values: BackupHeader['sequences'] = [];
  for (const name of sequences) {
    const [row] = await session.query(`SELECT last_value::text AS value, is_called FROM ${name}`);
    values.push({ name, value: String(row?.['value']), isCalled: row?.['is_called'] === true });
  }
  return {
    panduBackup: FORMAT,
    made: now.toISOString(),
    migrations: await readMigrations(session, tables),
    before: [...before],
    after: [...after],
    tables: counted,
    sequences: values,
  };
}

const MIGRATION = 'public.migration';

async function readMigrations(
  session: Session,
  tables: readonly DescribedTable[],
): Promise<BackupHeader['migrations']> {
  if (!tables.some(({ name }) => name === MIGRATION)) return [];
  const rows = await session.query(
    `SELECT part, name FROM ${MIGRATION} ${condition(MIGRATION)} ORDER BY part, name`,
  );
  return rows.map(({ part, name }) => ({ part: String(part), name: String(name) }));
}

/** Which rows of a table are kept. */
function condition(table: string): string {
  return table === MIGRATION ? `WHERE part <> '${REBUILT.part}'` : '';
}

async function* writeLines(session: Session, header: BackupHeader): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const line = (value: unknown) => `${JSON.stringify(value)}\n`;
  const hashed = (text: string) => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    return bytes;
  };
  yield hashed(line(header));
  for (const table of header.tables) {
    for await (const rows of readRows(session, table)) yield hashed(rows.map(line).join(''));
  }
  yield Buffer.from(line({ rows: countRows(header), sha256: hash.digest('hex') }));
}

async function* readRows(
  session: Session,
  { name, columns }: DescribedTable,
): AsyncGenerator<readonly (readonly unknown[])[]> {
  if (columns.length === 0) return;
  const widths = columns.map((column) => `coalesce(pg_column_size(${column.name}), 0)`).join(' + ');
  const [widest] = await session.query(`SELECT max(${widths})::text AS bytes FROM ONLY ${name}`);
  const most = Math.floor(BATCH_BYTES / Number(widest?.['bytes'] ?? 1));
  const count = Math.max(1, Math.min(most, MOST_ROWS));
  const texts = columns.map((column) => `${column.name}::text`).join(', ');
  await session.execute(
    `DECLARE backup NO SCROLL CURSOR FOR SELECT ${texts} FROM ONLY ${name} ${condition(name)}`,
  );
  for (;;) {
    const rows = await session.queryArrays(`FETCH ${count} FROM backup`);
    if (rows.length > 0) yield rows;
    if (rows.length < count) break;
  }
  await session.execute('CLOSE backup');
}

function countRows({ tables }: BackupHeader): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
