import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const siteFileSchema = z.object({
  /** Path below the client folder, with `/`. */
  file: z.string(),
  type: z.string(),
  bytes: z.number(),
  /** A strong entity tag of the unpacked bytes, without quotes. */
  tag: z.string(),
  /** The packed forms that lie beside the file and are smaller. */
  packed: z.array(z.enum(['br', 'gzip'])),
  /** The name changes with the content, so the file may be kept for ever. */
  hashed: z.boolean(),
});

/** One file as it is served. */
export type SiteFile = z.infer<typeof siteFileSchema>;

/** Path in the address → file; what is not in it is not served. */
export type FileTable = ReadonlyMap<string, SiteFile>;

const fileTableSchema = z.record(z.string(), siteFileSchema);

export async function writeFileTable(name: string, table: FileTable): Promise<void> {
  await writeFile(name, JSON.stringify(Object.fromEntries(table)));
}

/** @throws when the table is missing or is not one. */
export async function readFileTable(name: string): Promise<FileTable> {
  return new Map(Object.entries(fileTableSchema.parse(JSON.parse(await readFile(name, 'utf8')))));
}
