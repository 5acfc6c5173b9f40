import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { DeskPolicyError, HolidaysError, readDeskPolicy, readHolidays, type DeskRules } from '../../core/ticket/index.ts';

const POLICY_FILE = 'content/policy/desk.yaml';
const HOLIDAYS_FILE = 'content/policy/holidays.yaml';

/**
 * Hours, priorities and targets of the desk, and the holidays, from `<root>/content/policy/`; undefined without
 * desk.yaml. Without holidays.yaml there are none.
 * @throws {DeskPolicyError} when desk.yaml is wrong.
 * @throws {HolidaysError} when holidays.yaml is.
 */
export async function loadDeskRules(root: string): Promise<DeskRules | undefined> {
  const [policy, holidays] = await Promise.all(
    [POLICY_FILE, HOLIDAYS_FILE].map((file) => readIfThere(path.join(root, file))),
  );
  if (policy === undefined) return undefined;
  return {
    policy: readDeskPolicy(parseYaml(policy, POLICY_FILE, DeskPolicyError), POLICY_FILE),
    holidays:
      holidays === undefined
        ? []
        : readHolidays(parseYaml(holidays, HOLIDAYS_FILE, HolidaysError), HOLIDAYS_FILE),
  };
}

function parseYaml(text: string, file: string, Fault: new (message: string) => Error): unknown {
  try {
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause;
    throw new Fault(`${file} is no YAML: ${cause.message}`);
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
