import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprintSources, type BuildInputs } from './fingerprint-sources.ts';

const INPUTS: BuildInputs = { mode: 'server', siteUrl: 'http://localhost:4321', embedder: 'none' };

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-sources-'));
  await write('content/article/banking/x/id.md', 'one');
  await write('src/pages/index.astro', 'page');
  await write('package-lock.json', '{}');
});
afterEach(() => rm(root, { recursive: true }));

describe('fingerprintSources', () => {
  it('is the same for the same sources', async () => {
    expect(await fingerprintSources(root, INPUTS)).toBe(await fingerprintSources(root, INPUTS));
  });

  it.each([
    ['a guide is edited', () => write('content/article/banking/x/id.md', 'two')],
    ['a file is added', () => write('public/icon.svg', '<svg/>')],
    ['an empty file is added', () => write('src/new.ts', '')],
    ['a file is renamed', () => rename(at('src/pages/index.astro'), at('src/pages/home.astro'))],
    ['a file is removed', () => rm(at('src/pages/index.astro'))],
    ['text moves from one file to the next', () => write('content/article/banking/x/id.mdone', '')],
    ['a dependency changes', () => write('package-lock.json', '{"a":1}')],
    ['the configuration appears', () => write('astro.config.mjs', 'export default {}')],
  ])('changes when %s', async (_, change) => {
    const before = await fingerprintSources(root, INPUTS);
    await change();
    expect(await fingerprintSources(root, INPUTS)).not.toBe(before);
  });

  it.each([
    ['a test changes', () => write('src/pages/index.test.ts', 'x')],
    ['an editor leaves a file behind', () => write('content/article/banking/x/.id.md.swp', 'x')],
    ['something outside changes', () => write('README.md', 'x')],
  ])('stays when %s', async (_, change) => {
    const before = await fingerprintSources(root, INPUTS);
    await change();
    expect(await fingerprintSources(root, INPUTS)).toBe(before);
  });

  it('changes with the version of Node', async () => {
    const before = await fingerprintSources(root, INPUTS);
    vi.stubGlobal('process', { ...process, version: 'v0.0.0' });
    const after = await fingerprintSources(root, INPUTS);
    vi.unstubAllGlobals();
    expect(after).not.toBe(before);
  });

  it.each([{ mode: 'static' as const }, { siteUrl: 'https://example.org' }, { embedder: 'openai' }])(
    'changes with %o',
    async (other) => {
      const before = await fingerprintSources(root, INPUTS);
      expect(await fingerprintSources(root, { ...INPUTS, ...other })).not.toBe(before);
    },
  );
});

function at(name: string): string {
  return path.join(root, name);
}

async function write(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), text);
}
