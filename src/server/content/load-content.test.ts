import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeContent } from '../../core/article/fake-content.ts';
import { ContentError, describeProblems, loadContent, readContentFiles } from './load-content.ts';

let root = '';

async function put(file: string, text: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-content-'));
  for (const [file, text] of Object.entries(fakeContent())) await put(file, text);
});
afterEach(() => rm(root, { recursive: true }));

describe('loadContent', () => {
  test('gives what the files say', async () => {
    const { articles, services } = await loadContent(root);
    expect(articles).toHaveLength(4);
    expect(services).toHaveLength(1);
  });

  test('throws everything that is wrong, ready to print', async () => {
    await put('content/service/example-post.yaml', 'name: 1');
    await put('content/article/banking/parcel-late/en.md', '');
    const fault: unknown = await loadContent(root).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ContentError);
    expect((fault as ContentError).problems.length).toBeGreaterThan(1);
    expect((fault as ContentError).message).toMatch(/^\d problems in 2 files of content\/\. Nothing was built\./);
    expect((fault as ContentError).message).toContain('content/article/banking/parcel-late/en.md:1:1  [empty-file]');
  });

  test('is empty where there is no content', async () => {
    expect((await loadContent(path.join(root, 'nowhere'))).articles).toEqual([]);
  });
});

describe('readContentFiles', () => {
  test('gives paths from the top, in a stable order, and bytes as they are', async () => {
    await put('content/source/bytes.yaml', Uint8Array.of(0xff, 0x00));
    const files = await readContentFiles(root);
    const paths = files.map((file) => file.path);
    expect(paths).toEqual([...paths].sort());
    expect(paths).toContain('content/article/banking/parcel-late/problem.yaml');
    expect([...(files.find((file) => file.path.endsWith('bytes.yaml'))?.bytes ?? [])]).toEqual([255, 0]);
  });

  test.each(['content/article/.DS_Store', 'content/sign/banking.yaml~', 'content/article/banking/.x.swp'])(
    'passes over %s, which an editor left behind',
    async (file) => {
      const before = await readContentFiles(root);
      await put(file, 'x');
      expect(await readContentFiles(root)).toHaveLength(before.length);
    },
  );

  test('passes over folders of content that are not for guides', async () => {
    await put('content/lexicon/id.yaml', 'x');
    expect((await readContentFiles(root)).some((file) => file.path.includes('lexicon'))).toBe(false);
  });

  test('follows no link out of the folder', async () => {
    await symlink('/etc/hostname', path.join(root, 'content/source/secret.yaml'));
    expect((await readContentFiles(root)).some((file) => file.path.includes('secret'))).toBe(false);
  });
});

test('describeProblems says where, what and what to do, and counts in good English', () => {
  const problem = { file: 'a.md', line: 3, column: 5, rule: 'link', problem: 'It is broken.', remedy: 'Mend it.' };
  expect(describeProblems([problem])).toBe(
    '1 problem in 1 file of content/. Nothing was built.\n\na.md:3:5  [link]\n  It is broken.\n  → Mend it.',
  );
});
