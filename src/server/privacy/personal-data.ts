import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const FILE = 'content/policy/personal-data.yaml';

const bilingual = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
/** Settings that say for how many days something is kept. */
const KEEP_SETTINGS = [
  'PANDU_CONVERSATION_DAYS',
  'PANDU_TICKET_DAYS',
  'PANDU_AUDIT_DAYS',
  'PANDU_BACKUPS',
] as const;
const recordSchema = z.strictObject({
  key: z.string().regex(/^[a-z-]+$/, 'write small letters and -'),
  at: z.enum(['device', 'server', 'agent']),
  tables: z.array(z.string()).default([]),
  what: bilingual,
  why: bilingual,
  keep: z.union([bilingual, z.strictObject({ setting: z.enum(KEEP_SETTINGS) })]),
});
const fileSchema = z.strictObject({ records: z.array(recordSchema).min(1), nobody: z.array(z.string()) });

/** What is kept of people, where, for how long and why. */
export type PersonalData = z.infer<typeof fileSchema>;
export type PersonalRecord = z.infer<typeof recordSchema>;
export type KeepSetting = (typeof KEEP_SETTINGS)[number];

/** The file about personal data does not have its form; the message lists what is wrong. */
export class PersonalDataError extends Error {
  override readonly name = 'PersonalDataError';
}

/**
 * Reads `content/policy/personal-data.yaml` of a repository.
 * @throws {PersonalDataError} that lists everything wrong, each with its key.
 */
export async function loadPersonalData(root: string): Promise<PersonalData> {
  const parsed = fileSchema.safeParse(parse(await readFile(path.join(root, FILE), 'utf8')));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path: at, message }) => `${at.join('.') || 'the file'}: ${message}`,
  );
  throw new PersonalDataError(`${FILE} cannot be used:\n  ${problems.join('\n  ')}`);
}
