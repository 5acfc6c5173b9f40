import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRecord } from './build-record.ts';
import { ensureRelease, type EnsureOptions } from './ensure-release.ts';
import { fingerprintSources } from './fingerprint-sources.ts';
import { publishRelease } from './release.ts';

const INPUTS = { mode: 'server', siteUrl: 'http://localhost:4321', embedder: 'none' } as const;

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-ensure-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('ensureRelease', () => {
  it('builds when there is nothing, and not again while nothing changed', async () => {
    const asked = spy();
    const first = await ensureRelease(asked.options);
    expect(await ensureRelease(asked.options)).toEqual(first);
    expect(asked.builds()).toBe(1);
  });

  it('says that it builds again, and does, when a source changed', async () => {
    const asked = spy();
    await ensureRelease(asked.options);
    await writeFile(path.join(root, 'package-lock.json'), '{}');
    await ensureRelease(asked.options);
    expect(asked.builds()).toBe(2);
    expect(asked.lines.at(-1)).toMatch(/again/);
  });

  it('builds again for another address of the site', async () => {
    const asked = spy();
    await ensureRelease(asked.options);
    await ensureRelease({ ...asked.options, inputs: { ...INPUTS, siteUrl: 'https://example.org' } });
    expect(asked.builds()).toBe(2);
  });

  it('serves nothing old when the build fails', async () => {
    const asked = spy();
    await ensureRelease(asked.options);
    await writeFile(path.join(root, 'package-lock.json'), '{}');
    const build = () => Promise.reject(new Error('content is wrong'));
    await expect(ensureRelease({ ...asked.options, build })).rejects.toThrow('content is wrong');
  });

  it('says so when a build left nothing', async () => {
    const build = () => Promise.resolve();
    await expect(ensureRelease({ ...spy().options, build })).rejects.toThrow(/npm run build/);
  });
});

function spy(): { options: EnsureOptions; builds: () => number; lines: string[] } {
  const out = path.join(root, 'dist');
  const lines: string[] = [];
  let builds = 0;
  const build = async () => {
    builds++;
    const folder = path.join(out, 'server', `build-${builds}`);
    await mkdir(folder, { recursive: true });
    await writeRecord(folder, {
      mode: 'server',
      fingerprint: await fingerprintSources(root, INPUTS),
      guides: 0,
    });
    await publishRelease(out, folder);
  };
  const print = (line: string) => void lines.push(line);
  return { options: { root, out, inputs: INPUTS, build, print }, builds: () => builds, lines };
}
