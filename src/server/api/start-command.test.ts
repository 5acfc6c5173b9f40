import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../build/index.ts';

const START = path.join(import.meta.dirname, '../../../scripts/start.ts');
const PAGE = `<!doctype html><title>Pandu</title>${'<p>Kode OTP tidak diterima.</p>'.repeat(100)}`;
/** Stands for Astro's program: one page, which takes as long as it is told. */
const PROGRAM = `export async function handler(request, response, next) {
  if (!request.url.startsWith('/cari/')) return next();
  await new Promise((done) => setTimeout(done, request.url.includes('slow') ? 300 : 0));
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('made on request');
}`;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'pandu-start-'));
  await buildSite({
    root,
    out: path.join(root, 'dist'),
    mode: 'server',
    siteUrl: 'http://localhost:4321',
    embedderName: 'none',
    builder: async ({ folder }) => {
      await mkdir(path.join(folder, 'client/banking'), { recursive: true });
      await mkdir(path.join(folder, 'server'));
      await writeFile(path.join(folder, 'client/index.html'), PAGE);
      await writeFile(path.join(folder, 'client/404.html'), 'tidak ada');
      await writeFile(path.join(folder, 'client/banking/index.html'), PAGE);
      await writeFile(path.join(folder, 'server/entry.mjs'), PROGRAM);
    },
  });
});
afterAll(() => rm(root, { recursive: true }));

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('npm start with a fresh build', { timeout: 30_000 }, () => {
  it('serves files, pages and the API on one port, and says where', async () => {
    const { address } = await start();
    expect(await (await fetch(`${address}/`)).text()).toBe(PAGE);
    expect(await (await fetch(`${address}/cari/`)).text()).toBe('made on request');
    expect(await (await fetch(`${address}/api/v1/search?q=otp`)).json()).toMatchObject({
      results: [],
      outOfScope: true,
    });
    const lost = await fetch(`${address}/nothing/`);
    expect([lost.status, await lost.text()]).toEqual([404, 'tidak ada']);
  });

  it('sends files packed, tells a client that it has them, and never leaves the folder', async () => {
    const { address } = await start();
    const first = await fetch(`${address}/banking/`);
    expect([first.headers.get('Content-Encoding'), await first.text()]).toEqual(['gzip', PAGE]);
    expect(first.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    const again = await fetch(`${address}/banking/`, {
      headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await fetch(`${address}/banking`, { redirect: 'manual' })).headers.get('Location')).toBe(
      '/banking/',
    );
    for (const climb of ['/..%2f..%2fbuild.json', '/%2e%2e/build.json', '/..%5cbuild.json', '/build.json']) {
      expect((await fetch(address + climb)).status).toBe(404);
    }
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends what is running when it gets %s, then exits with 0',
    async (signal) => {
      const { address, child } = await start();
      const slow = fetch(`${address}/cari/?q=slow`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      child.kill(signal);
      expect(await (await slow).text()).toBe('made on request');
      expect(await exitOf(child)).toBe(0);
    },
  );

  it('says what to do when the port is taken, and exits with 1', async () => {
    const { address } = await start();
    const { child, printed } = run({ PORT: new URL(address).port });
    expect(await exitOf(child)).toBe(1);
    expect(printed()).toMatch(/is in use by another program\. .*PORT=\d+ npm start/);
    expect(printed()).not.toContain('    at ');
  });

  it('names all wrong settings, and exits with 1', async () => {
    const { child, printed } = run({ PORT: 'abc', PANDU_RATE_LIMITS: 'maybe' });
    expect(await exitOf(child)).toBe(1);
    expect(printed()).toMatch(/PORT is not a port[^]*PANDU_RATE_LIMITS is neither on nor off/);
  });

  it('tells a client that asks too fast to wait, unless limits are off', async () => {
    const limited = await start();
    const free = await start({ PANDU_RATE_LIMITS: 'off' });
    expect(await statusesOf(limited.address, 400)).toEqual(new Set([200, 429]));
    expect(await statusesOf(free.address, 400)).toEqual(new Set([200]));
  });
});

async function statusesOf(address: string, times: number): Promise<Set<number>> {
  const statuses = new Set<number>();
  const asks = Array.from({ length: times }, async () => {
    const answer = await fetch(`${address}/api/v1/search?q=otp`);
    await answer.arrayBuffer();
    statuses.add(answer.status);
  });
  await Promise.all(asks);
  return statuses;
}

function run(env: Record<string, string> = {}): { child: ChildProcess; printed: () => string } {
  const settings = { PORT: '0', PANDU_EMBEDDER: 'none', ...env };
  const child = spawn(process.execPath, [START], { cwd: root, env: { ...process.env, ...settings } });
  children.push(child);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, printed: () => text };
}

/** Starts and waits until it says that it is ready. */
async function start(env: Record<string, string> = {}): Promise<{ address: string; child: ChildProcess }> {
  const { child, printed } = run(env);
  for (;;) {
    const address = /ready: (http:\/\/localhost:\d+)/.exec(printed())?.[1];
    if (address !== undefined) return { address, child };
    if (child.exitCode !== null) throw new Error(`It did not start:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
