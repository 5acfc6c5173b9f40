import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import type { UrgentData } from '../core/assistant/index.ts';
import { readUrgentPolicy, spellingOf } from '../core/safety/index.ts';
import { loadLexicons } from '../server/search/index.ts';
import { CONTENT_ROOT } from './site-content.ts';

const POLICY_FILE = 'content/policy/urgent.yaml';

let read: Promise<UrgentData> | undefined;

/** The urgent policy and how people write, both languages together, read once. @throws when one is wrong. */
export function urgentData(): Promise<UrgentData> {
  read ??= readUrgentData();
  return read;
}

async function readUrgentData(): Promise<UrgentData> {
  const text = await readFile(path.join(CONTENT_ROOT, POLICY_FILE), 'utf8');
  return {
    policy: readUrgentPolicy(parse(text), POLICY_FILE),
    spelling: spellingOf(await loadLexicons(CONTENT_ROOT)),
  };
}
