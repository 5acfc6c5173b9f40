import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const buildRecordSchema = z.object({
  version: z.literal(1),
  mode: z.enum(['server', 'static']),
  fingerprint: z.string(),
  guides: z.number(),
});

/** What a finished build says of itself. */
export type BuildRecord = Omit<z.infer<typeof buildRecordSchema>, 'version'>;

const NAME = 'build.json';

/** Writes the record into a build's folder; done last, it says that the rest is whole. */
export async function writeRecord(folder: string, record: BuildRecord): Promise<void> {
  await writeFile(path.join(folder, NAME), `${JSON.stringify({ version: 1, ...record })}\n`);
}

/** The record of a build, or undefined where no build was finished. */
export async function readRecord(folder: string): Promise<BuildRecord | undefined> {
  const read = buildRecordSchema.safeParse(await readJson(path.join(folder, NAME)));
  return read.success ? read.data : undefined;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // Missing or cut off: a build that was not finished either way.
    return undefined;
  }
}
