import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeRecord } from './build-record.ts';
import { findRelease, publishRelease } from './release.ts';

const RECORD = { mode: 'server', fingerprint: 'f', guides: 2 } as const;

let out: string;
beforeEach(async () => {
  out = await mkdtemp(path.join(tmpdir(), 'pandu-release-'));
});
afterEach(() => rm(out, { recursive: true }));

describe('a release', () => {
  it('is absent before the first build', async () => {
    expect(await findRelease(out)).toBeUndefined();
  });

  it('is found once it is published', async () => {
    const folder = await makeRelease('one');
    expect(await findRelease(out)).toBeUndefined();
    await publishRelease(out, folder);
    expect(await findRelease(out)).toEqual({ folder, record: expect.objectContaining(RECORD) as unknown });
  });

  it('is not taken for whole when its record is cut off', async () => {
    const folder = await makeRelease('one');
    await publishRelease(out, folder);
    await writeFile(path.join(folder, 'build.json'), '{"version":1,"mo');
    expect(await findRelease(out)).toBeUndefined();
  });

  it('leaves the one before in place, which a server may be serving, and removes older ones', async () => {
    for (const name of ['one', 'two', 'three']) await publishRelease(out, await makeRelease(name));
    expect((await readdir(path.join(out, 'server'))).sort()).toEqual(['current', 'three', 'two']);
  });

  it('does not follow a pointer out of its folder', async () => {
    await makeRelease('one');
    await writeFile(path.join(out, 'server', 'current'), '../../etc\n');
    expect(await findRelease(out)).toBeUndefined();
  });
});

async function makeRelease(name: string): Promise<string> {
  const folder = path.join(out, 'server', name);
  await mkdir(folder, { recursive: true });
  await writeRecord(folder, RECORD);
  return folder;
}
