import { z } from 'zod';

/** Raised when a file is written that earlier code cannot read. */
export const FORMAT = 1;

/**
 * The first line of a backup. A backup is gzip over lines of JSON: this header, then for each table its rows, each
 * a list of the columns as PostgreSQL writes them as text (null for NULL), and the {@link trailerSchema}.
 */
export const headerSchema = z.object({
  /** Names the format. */
  panduBackup: z.number().int().positive(),
  made: z.iso.datetime(),
  /** The migrations that the database has seen. */
  migrations: z.array(z.object({ part: z.string(), name: z.string() })),
  before: z.array(z.string()),
  after: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      rows: z.number().int().nonnegative(),
    }),
  ),
  /** `value` as text: it may be larger than a number holds exactly. */
  sequences: z.array(
    z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/), isCalled: z.boolean() }),
  ),
});

export type BackupHeader = z.infer<typeof headerSchema>;

/** The last line: what makes a file that was cut off or changed known. */
export const trailerSchema = z.object({
  rows: z.number().int().nonnegative(),
  /** Of all bytes before this line, unpacked, in hexadecimal. */
  sha256: z.string().length(64),
});

/** One row: the columns as text. */
export const rowSchema = z.array(z.string().nullable());
