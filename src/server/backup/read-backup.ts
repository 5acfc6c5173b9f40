import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { DatabaseError } from '../database/index.ts';
import { FORMAT, headerSchema, rowSchema, trailerSchema, type BackupHeader } from './backup-format.ts';
import { explainFile } from './explain-file.ts';

const LINE_END = 0x0a;
/** The header of a database of a thousand tables is far below it. */
const LONGEST_LINE_BYTES = 256 * 1024 * 1024;

/**
 * Reads a whole backup once and gives its header.
 * @throws {DatabaseError} when it is cut off, changed, no backup at all, or of a format that a newer Pandu writes.
 */
export async function checkBackup(file: string): Promise<BackupHeader> {
  const hash = createHash('sha256');
  let header: BackupHeader | undefined;
  let last: Buffer | undefined;
  let lines = 0;
  for await (const line of readLines(file)) {
    if (last) hash.update(last).update('\n');
    last = line;
    lines += 1;
    header ??= readHeader(file, line);
  }
  const trailer = trailerSchema.safeParse(last ? parse(file, last) : undefined);
  const counted = header?.tables.reduce((sum, { rows }) => sum + rows, 0);
  if (!header || !trailer.success || trailer.data.rows !== counted || lines !== counted + 2) {
    throw damaged(file, 'it is cut off');
  }
  if (hash.digest('hex') !== trailer.data.sha256) throw damaged(file, 'its checksum is wrong');
  return header;
}

/**
 * The header alone, which is there long before the rest is known to be whole.
 * @throws {DatabaseError} as `checkBackup`.
 */
export async function readBackupHeader(file: string): Promise<BackupHeader> {
  for await (const line of readLines(file)) return readHeader(file, line);
  throw damaged(file, 'it is empty');
}

/** The rows of a checked backup, table after table as its header lists them. */
export async function* readBackupRows(file: string): AsyncGenerator<readonly (string | null)[]> {
  let previous: Buffer | undefined;
  let isHeader = true;
  for await (const line of readLines(file)) {
    if (previous) yield rowSchema.parse(parse(file, previous));
    // The line in hand may be the trailer, which is no row.
    previous = isHeader ? undefined : line;
    isHeader = false;
  }
}

function readHeader(file: string, line: Buffer): BackupHeader {
  const value = parse(file, line);
  const format =
    typeof value === 'object' && value !== null && 'panduBackup' in value ? Number(value.panduBackup) : 0;
  if (format > FORMAT) {
    throw new DatabaseError(
      `${file} was made by a newer Pandu. Restore it with that one; nothing was changed.`,
    );
  }
  const read = headerSchema.safeParse(value);
  if (!read.success) throw damaged(file, 'it is no backup of Pandu');
  return read.data;
}

async function* readLines(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const unpacked = source.on('error', (fault) => unpacked.destroy(fault)).pipe(createGunzip());
  let parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
        yield Buffer.concat([...parts, chunk.subarray(start, end)]);
        parts = [];
        bytes = 0;
        start = end + 1;
      }
      parts.push(chunk.subarray(start));
      bytes += chunk.length - start;
      if (bytes > LONGEST_LINE_BYTES) throw damaged(file, 'it is no backup of Pandu');
    }
  } catch (cause) {
    if (cause instanceof DatabaseError) throw cause;
    const remedy = explainFile(file, cause, '');
    throw remedy === ''
      ? damaged(file, 'it is cut off or no backup of Pandu', cause)
      : new DatabaseError(remedy, { cause });
  } finally {
    source.destroy();
    unpacked.destroy();
  }
  if (bytes > 0) throw damaged(file, 'it is cut off');
}

function parse(file: string, line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch (cause) {
    throw damaged(file, 'it is no backup of Pandu', cause);
  }
}

function damaged(file: string, how: string, cause?: unknown): DatabaseError {
  return new DatabaseError(`${file} cannot be restored: ${how}. Take another backup; nothing was changed.`, {
    cause,
  });
}
