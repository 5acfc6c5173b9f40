import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RenderPage } from '../http/index.ts';
import { openAstroPages } from './astro-pages.ts';
import { fakeParts } from './fake-parts.ts';

/** As Astro's Node adapter writes answers. */
const PROGRAM = `
export async function handler(request, response, next, locals) {
  const { pathname, searchParams } = new URL(request.url, 'http://' + request.headers.host);
  if (pathname === '/cari/') {
    const found = await locals.search({ query: searchParams.get('q'), lang: 'id' });
    response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': ['a=1', 'b=2'] });
    response.write(Buffer.from(request.headers.host + ' '));
    response.write(found.query + ' ');
    response.end(String(found.results.length));
  } else if (pathname === '/broken/') {
    throw new Error('broken');
  } else if (pathname === '/cut/') {
    response.writeHead(200, {});
    response.write('half');
    response.destroy();
  } else next();
}`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pandu-pages-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('openAstroPages', () => {
  it('gives the page that the handler writes, made with the search', async () => {
    const render = await open();
    const answer = await render(new Request('http://evil.example/cari/?q=otp'), {});
    expect([answer?.status, await answer?.text()]).toEqual([200, 'localhost:4321 otp 1']);
    expect(answer?.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('never refuses what a reader typed', async () => {
    const render = await open();
    const query = encodeURIComponent(`otp\0 \uFFFD${'x'.repeat(3000)}`);
    const text = await (await render(new Request(`http://localhost/cari/?q=${query}`), {}))?.text();
    expect(text).toMatch(/^localhost:4321 otp {3}x+ 1$/);
    expect(text).toHaveLength('localhost:4321 '.length + 2000 + ' 1'.length);
  });

  it('says nothing for an address that is not a page', async () => {
    const render = await open();
    expect(await render(new Request('http://localhost/nothing/'), {})).toBeUndefined();
  });

  it.each(['/broken/', '/cut/'])('fails when the page fails (%s)', async (address) => {
    const render = await open();
    await expect(render(new Request(`http://localhost${address}`), {})).rejects.toThrow();
  });

  it('fails when the search fails, though the page was made', async () => {
    const render = await open(() => Promise.reject(new Error('no index')));
    await expect(render(new Request('http://localhost/cari/?q=otp'), {})).rejects.toThrow(/search failed/);
  });

  it('says so when the program is not one', async () => {
    await expect(open(undefined, 'export const x = 1;')).rejects.toThrow(/Build the site again/);
  });
});

async function open(search = fakeParts().search, program = PROGRAM): Promise<RenderPage> {
  const entry = path.join(folder, 'entry.mjs');
  await writeFile(entry, program);
  return openAstroPages(entry, search, 'http://localhost:4321');
}
