import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SECTORS } from '../../core/article/index.ts';
import { findLadder, LadderError } from '../../core/ladder/index.ts';
import { loadContent } from './load-content.ts';
import { loadLadders } from './load-ladders.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
let copy = '';

beforeAll(async () => {
  copy = await mkdtemp(path.join(os.tmpdir(), 'ladder-'));
  for (const folder of ['policy', 'catalogue'])
    await cp(path.join(ROOT, 'content', folder), path.join(copy, 'content', folder), { recursive: true });
});

afterAll(() => rm(copy, { recursive: true }));

test('has somebody next in every sector, each reached by a channel of the directory', async () => {
  const content = await loadContent(ROOT);
  const ladders = await loadLadders(ROOT, content);
  for (const sector of SECTORS) {
    const [, ...others] = findLadder(ladders, { sector })?.rungs ?? [];
    expect(others.length, sector).toBeGreaterThan(0);
    for (const { services } of others) {
      const channels = content.services
        .filter(({ slug }) => services.includes(slug))
        .flatMap((one) => one.channels);
      expect(channels.length, services.join()).toBeGreaterThan(0);
    }
  }
});

test('names the file, the key and the remedy of what is wrong', async () => {
  const content = await loadContent(ROOT);
  const file = path.join(copy, 'content/policy/ladder.yaml');
  const written = await readFile(file, 'utf8');
  await writeFile(file, written.replace('source: pojk-22-2023\n', 'source: gone\n'));
  const load = loadLadders(copy, content);
  await expect(load).rejects.toThrow(LadderError);
  await expect(load).rejects.toThrow(
    /content\/policy\/ladder\.yaml[^]*operator[^]*"gone"; write one of content\/source/,
  );
});

test('has no ladders without the file', async () => {
  expect(await loadLadders(path.join(copy, 'elsewhere'), await loadContent(ROOT))).toEqual([]);
});
