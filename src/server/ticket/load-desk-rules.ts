import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { readDeskPolicy, readHolidays } from '../../core/ticket/index.ts';
import type { DeadlineRules } from './deadlines.ts';

const POLICY_FILE = 'content/policy/desk.yaml';
const HOLIDAYS_FILE = 'content/policy/holidays.yaml';

/**
 * Hours, priorities and targets of the desk, and the holidays, from `<root>/content/policy/`.
 * @throws {DeskPolicyError} when desk.yaml is wrong.
 * @throws {HolidaysError} when holidays.yaml is.
 */
export async function loadDeskRules(root: string): Promise<DeadlineRules> {
  const [policy, holidays] = await Promise.all(
    [POLICY_FILE, HOLIDAYS_FILE].map((file) => readFile(path.join(root, file), 'utf8')),
  );
  return {
    policy: readDeskPolicy(parse(policy ?? ''), POLICY_FILE),
    holidays: readHolidays(parse(holidays ?? ''), HOLIDAYS_FILE),
  };
}
