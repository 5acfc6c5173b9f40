import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDeskRules } from './load-desk-rules.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const FOLDER = 'content/policy';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-desk-'));
  await cp(path.join(ROOT, FOLDER), path.join(root, FOLDER), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

test('reads the policy and the holidays of the repository', async () => {
  const rules = await loadDeskRules(ROOT);
  expect(rules?.policy.utcOffset).toBe('+07:00');
  const [year] = rules?.holidays ?? [];
  const kinds = year?.days.map(({ kind }) => kind) ?? [];
  // 17 public holidays and 8 days of collective leave were decided for 2026.
  expect(kinds.filter((kind) => kind === 'national')).toHaveLength(17);
  expect(kinds.filter((kind) => kind === 'collective-leave')).toHaveLength(8);
});

test('knows no rules without a policy, and no holidays without their file', async () => {
  await rm(path.join(root, FOLDER, 'holidays.yaml'));
  expect((await loadDeskRules(root))?.holidays).toEqual([]);
  await rm(path.join(root, FOLDER, 'desk.yaml'));
  expect(await loadDeskRules(root)).toBeUndefined();
});

test.each(['desk.yaml', 'holidays.yaml'])('names %s when it is no YAML, and where', async (file) => {
  await writeFile(path.join(root, FOLDER, file), 'years: [\n  - {');
  await expect(loadDeskRules(root)).rejects.toThrow(new RegExp(`content/policy/${file} is no YAML: .*line`, 's'));
});
