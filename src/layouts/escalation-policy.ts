import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { readEscalationPolicy, type EscalationPolicy } from '../core/assistant/index.ts';
import { CONTENT_ROOT } from './site-content.ts';

const POLICY_FILE = 'content/policy/escalation.yaml';

let read: Promise<EscalationPolicy> | undefined;

/** When a person takes over, read once. @throws when the file is wrong. */
export function escalationPolicy(): Promise<EscalationPolicy> {
  read ??= readFile(path.join(CONTENT_ROOT, POLICY_FILE), 'utf8').then((text) =>
    readEscalationPolicy(parse(text), POLICY_FILE),
  );
  return read;
}
