import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishFolder, recoverFolder } from './publish-folder.ts';

let out: string;
beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'pandu-publish-'));
});
afterEach(() => rm(out, { recursive: true }));

describe('publishFolder', () => {
  it('replaces the whole folder, so that no old file stays', async () => {
    await make('static', 'old.html');
    await make('draft', 'new.html');
    await publishFolder(path.join(out, 'draft'), path.join(out, 'static'));
    expect(await readdir(out)).toEqual(['static']);
    expect(await readdir(path.join(out, 'static'))).toEqual(['new.html']);
  });

  it('is undone when it was cut off between its two renames', async () => {
    await make('static', 'old.html');
    await rename(path.join(out, 'static'), path.join(out, '.static-former'));
    await recoverFolder(path.join(out, 'static'));
    expect(await readFile(path.join(out, 'static/old.html'), 'utf8')).toBe('old.html');
  });

  it('leaves a good folder alone when there is nothing to recover', async () => {
    await make('static', 'good.html');
    await make('.static-former', 'old.html');
    await recoverFolder(path.join(out, 'static'));
    expect(await readdir(path.join(out, 'static'))).toEqual(['good.html']);
  });
});

async function make(folder: string, name: string): Promise<void> {
  await mkdir(path.join(out, folder));
  await writeFile(path.join(out, folder, name), name);
}
