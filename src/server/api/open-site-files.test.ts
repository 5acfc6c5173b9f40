import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SiteFile } from '../release/index.ts';
import type { SiteFiles } from './app-parts.ts';
import { openSiteFiles } from './open-site-files.ts';

let folder: string;
let files: SiteFiles;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pandu-files-'));
  await mkdir(path.join(folder, 'client/banking'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(folder, 'client/banking/index.html'), 'plain');
  await writeFile(path.join(folder, 'client/banking/index.html.br'), 'packed');
  await writeFile(path.join(folder, 'client/app.js'), 'script');
  await writeFile(path.join(folder, 'client/with space.txt'), 'space');
  files = openSiteFiles(
    path.join(folder, 'client'),
    new Map([
      ['/banking/', fileOf({ file: 'banking/index.html', packed: ['br'] })],
      ['/app.js', fileOf({ file: 'app.js', type: 'text/javascript', hashed: true })],
      ['/with space.txt', fileOf({ file: 'with space.txt' })],
      ['/gone.txt', fileOf({ file: 'gone.txt' })],
    ]),
  );
});
afterEach(() => rm(folder, { recursive: true }));

describe('openSiteFiles', () => {
  it('sends a page that is asked for anew each time', async () => {
    const answer = await ask('/banking/?from=mail');
    expect([answer?.status, await answer?.text()]).toEqual([200, 'plain']);
    expect(answer?.headers.get('Cache-Control')).toBe('no-cache');
    expect(answer?.headers.get('Vary')).toBe('Accept-Encoding');
  });

  it('lets a file with its content in its name be kept for ever', async () => {
    expect((await ask('/app.js'))?.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
  });

  it('sends the packed form to a client that takes it, under a tag of its own', async () => {
    const plain = await ask('/banking/');
    const packed = await ask('/banking/', { 'Accept-Encoding': 'gzip, br' });
    expect([packed?.headers.get('Content-Encoding'), await packed?.text()]).toEqual(['br', 'packed']);
    expect(packed?.headers.get('ETag')).not.toBe(plain?.headers.get('ETag'));
  });

  it.each([
    ['"t"', 304],
    ['W/"t"', 304],
    ['"other", "t"', 304],
    ['*', 304],
    ['"other"', 200],
    ['t', 200],
  ])('answers If-None-Match: %s with %i', async (tag, status) => {
    const answer = await ask('/banking/', { 'If-None-Match': tag });
    expect(answer?.status).toBe(status);
    if (status === 304) expect([await answer?.text(), answer?.headers.get('ETag')]).toEqual(['', '"t"']);
  });

  it.each([
    ['/banking', '/banking/'],
    ['/banking?q=a%20b', '/banking/?q=a%20b'],
    ['/banking/index.html', '/banking/'],
  ])('leads %s to %s', async (address, target) => {
    const answer = await ask(address);
    expect([answer?.status, answer?.headers.get('Location')]).toEqual([301, target]);
  });

  it('finds names that are percent-encoded', async () => {
    expect(await (await ask('/with%20space.txt'))?.text()).toBe('space');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/banking/..%5c..%5csecret.txt',
    '/banking/%00',
    '/banking/index.html.br',
    '//banking/',
    '//example.org/banking',
    '/%C3',
    '/app.js/',
    '/nothing',
  ])('has nothing at %s', async (address) => {
    expect(await ask(address)).toBeUndefined();
  });

  it('has nothing where a file was taken away', async () => {
    expect(await ask('/gone.txt')).toBeUndefined();
  });

  it('sends a page under another status, whole', async () => {
    const request = new Request('http://localhost/x', { headers: { 'If-None-Match': '"t"' } });
    const answer = await files.answerWith('/banking/', 404, request);
    expect([answer?.status, await answer?.text()]).toEqual([404, 'plain']);
  });
});

function ask(address: string, headers: Record<string, string> = {}): Promise<Response | undefined> {
  return files.answer(new Request(`http://localhost${address}`, { headers }));
}

function fileOf(changes: Partial<SiteFile>): SiteFile {
  return { file: '', type: 'text/html', bytes: 5, tag: 't', packed: [], hashed: false, ...changes };
}
