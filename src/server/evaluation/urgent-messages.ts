import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { LANGUAGES } from '../../core/article/browser.ts';
import { readUrgentPolicy, type UrgentPolicy } from '../../core/safety/index.ts';
import { readJsonLines } from './read-queries.ts';

const message = z.object({ q: z.string().min(1), lang: z.enum(LANGUAGES), urgent: z.boolean() });
/** A message and whether it must be interrupted at once. */
export type UrgentMessage = z.infer<typeof message>;

/** Reads labelled messages, JSON Lines: q, lang, urgent. @throws {EvaluationFileError} */
export function readUrgentMessages(text: string, file: string): UrgentMessage[] {
  return readJsonLines(text, file, message);
}

const POLICY_FILE = 'content/policy/urgent.yaml';

/** Reads the urgent policy. @throws {UrgentPolicyError} when it is not one */
export async function loadUrgentPolicy(root: string): Promise<UrgentPolicy> {
  return readUrgentPolicy(parse(await readFile(path.join(root, POLICY_FILE), 'utf8')), POLICY_FILE);
}
