import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadPersonalData } from './personal-data.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

it('names every table that is made, so that nothing is kept that the privacy page does not tell', async () => {
  const { records, nobody } = await loadPersonalData(ROOT);
  const named = [...records.flatMap(({ tables }) => tables), ...nobody];
  const made = new Set<string>();
  const dropped = new Set<string>();
  for await (const file of glob('src/server/**/*.sql', { cwd: ROOT })) {
    const sql = await readFile(path.join(ROOT, file), 'utf8');
    for (const [, name = ''] of sql.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)/gi)) made.add(name);
    for (const [, name = ''] of sql.matchAll(/DROP TABLE (\w+)/gi)) {
      if (!new RegExp(`CREATE TABLE ${name}\\b`).test(sql)) dropped.add(name);
    }
  }
  expect(made).toContain('conversation');
  expect([...made].filter((table) => !named.includes(table) && !dropped.has(table))).toEqual([]);
});

it('says where the file is wrong', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'pandu-privacy-'));
  await mkdir(path.join(root, 'content/policy'), { recursive: true });
  await writeFile(
    path.join(root, 'content/policy/personal-data.yaml'),
    'records: [{ key: ticket, at: moon, what: { id: a, en: b }, why: { id: a, en: b }, keep: { id: a, en: b } }]\n',
  );
  await expect(loadPersonalData(root)).rejects.toThrow(/records\.0\.at[\s\S]+nobody/);
  await rm(root, { recursive: true });
});
