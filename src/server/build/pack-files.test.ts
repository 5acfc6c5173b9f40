import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packFiles } from './pack-files.ts';

const LONG = 'Kode OTP tidak diterima. '.repeat(100);

let client: string;
beforeEach(async () => {
  client = await mkdtemp(path.join(tmpdir(), 'pandu-pack-'));
});
afterEach(() => rm(client, { recursive: true }));

describe('packFiles', () => {
  it('packs long text in both forms, which unpack to the file', async () => {
    await write('banking/otp/index.html', LONG);
    const table = await packFiles(client);
    expect(table.get('/banking/otp/')).toMatchObject({
      file: 'banking/otp/index.html',
      packed: ['br', 'gzip'],
      hashed: false,
    });
    const file = path.join(client, 'banking/otp/index.html');
    expect(brotliDecompressSync(await readFile(`${file}.br`)).toString()).toBe(LONG);
    expect(gunzipSync(await readFile(`${file}.gz`)).toString()).toBe(LONG);
  });

  it.each([
    ['short text', 'a.txt', 'short'],
    ['a font', 'f.woff2', LONG],
    ['a file of an unknown kind', 'x.unknown', LONG],
  ])('leaves %s as it is', async (_, name, text) => {
    await write(name, text);
    expect((await packFiles(client)).get(`/${name}`)?.packed).toEqual([]);
    expect(await readdir(client)).toEqual([name]);
  });

  it.each([
    ['index.html', '/', 'text/html; charset=utf-8', false],
    ['404.html', '/404.html', 'text/html; charset=utf-8', false],
    ['en/banking/otp.md', '/en/banking/otp.md', 'text/markdown; charset=utf-8', false],
    ['_astro/site.abc123.js', '/_astro/site.abc123.js', 'text/javascript; charset=utf-8', true],
    ['search-data/id-terms-abc.txt', '/search-data/id-terms-abc.txt', 'text/plain; charset=utf-8', true],
    ['search-data/id.json', '/search-data/id.json', 'application/json; charset=utf-8', false],
  ])('serves %s at %s', async (name, address, type, hashed) => {
    await write(name, 'x');
    expect((await packFiles(client)).get(address)).toMatchObject({ file: name, type, hashed, bytes: 1 });
  });

  it('gives a tag that changes with the bytes', async () => {
    await write('a.txt', 'one');
    const before = (await packFiles(client)).get('/a.txt')?.tag;
    await write('a.txt', 'two');
    expect((await packFiles(client)).get('/a.txt')?.tag).not.toBe(before);
  });
});

async function write(name: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(client, name)), { recursive: true });
  await writeFile(path.join(client, name), text);
}
