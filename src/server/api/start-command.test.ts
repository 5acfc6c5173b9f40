import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FAKE_PAGE as PAGE, makeFakeSite, type FakeSite } from './fake-site.ts';

let site: FakeSite;
beforeAll(async () => {
  site = await makeFakeSite();
}, 60_000);
afterAll(() => site.remove());
afterEach(() => site.killAll());

describe('npm start with a fresh build', { timeout: 30_000 }, () => {
  it('serves files, pages and the API on one port, and says where', async () => {
    const { address } = await site.start();
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
    const { address } = await site.start();
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
      const { address, child, exit } = await site.start();
      const slow = fetch(`${address}/cari/?q=slow`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      child.kill(signal);
      expect(await (await slow).text()).toBe('made on request');
      expect(await exit()).toBe(0);
    },
  );

  it('says what to do when the port is taken, and exits with 1', async () => {
    const { address } = await site.start();
    const { exit, printed } = await site.run({ PORT: new URL(address).port });
    expect(await exit()).toBe(1);
    expect(printed()).toMatch(/is in use by another program\. .*PORT=\d+ npm start/);
    expect(printed()).not.toContain('    at ');
  });

  it('says who has the database when another process has it open', async () => {
    const data = path.join(site.root, 'shared-data');
    const { child } = await site.start({ DATA_DIR: data });
    const { exit, printed } = await site.run({ DATA_DIR: data });
    expect(await exit()).toBe(1);
    expect(printed()).toContain(`is open in another process (number ${String(child.pid)} on`);
    expect(printed()).not.toContain('    at ');
  });

  it.each([
    ['DATA_DIR is a file', 'file', {}, /Set DATA_DIR to a folder/],
    ['the files are damaged', 'damaged', {}, /Restore it from a backup/],
    [
      'the server of DATABASE_URL is away',
      'away',
      { DATABASE_URL: 'postgres://pandu:a-secret@127.0.0.1:9/pandu' },
      /^(?!.*a-secret).*cannot be reached \(ECONNREFUSED\)/,
    ],
  ])('says what to do when %s, and exits with 1', async (_, name, env, remedy) => {
    const data = path.join(site.root, name);
    if (name === 'file') await writeFile(data, '');
    if (name === 'damaged') {
      await mkdir(path.join(data, 'postgres'), { recursive: true });
      await writeFile(path.join(data, 'postgres', 'PG_VERSION'), '9.1');
    }
    const { exit, printed } = await site.run({ DATA_DIR: data, ...env });
    expect(await exit()).toBe(1);
    expect(printed()).toMatch(remedy);
    expect(printed()).not.toContain('    at ');
  });

  it('names all wrong settings, and exits with 1', async () => {
    const { exit, printed } = await site.run({ PORT: 'abc', PANDU_RATE_LIMITS: 'maybe' });
    expect(await exit()).toBe(1);
    expect(printed()).toMatch(/PORT is not a port[^]*PANDU_RATE_LIMITS is neither on nor off/);
  });

  it('tells a client that asks too fast to wait, unless limits are off', async () => {
    const limited = await site.start();
    const free = await site.start({ PANDU_RATE_LIMITS: 'off' });
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
