import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../database/index.ts';

const KEY_BYTES = 32;

/** The key of that name, made by the first process that asks for it. */
export async function keepKey(database: Database, name: string): Promise<string> {
  const made = randomBytes(KEY_BYTES).toString('base64url');
  await database.query('INSERT INTO intake_key (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [
    name,
    made,
  ]);
  const [row] = await database.query('SELECT value FROM intake_key WHERE name = $1', [name]);
  if (typeof row?.['value'] !== 'string') throw new Error('A key is gone that was just kept.');
  return row['value'];
}

/** What is kept in place of an address, a mailbox or a code; nobody can guess it back without the key. */
export function sealWith(key: string, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}
