import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from './create-app.ts';
import { fakeParts, type FakeParts } from './fake-parts.ts';
import { listen, type Listening } from './listen.ts';

const running: Listening[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

describe('a server that listens', () => {
  it('answers with the headers of the app', async () => {
    const { address } = await start();
    const answer = await fetch(`${address}/api/v1/search?q=otp`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await answer.json()).toMatchObject({ query: 'otp' });
  });

  it('sends packed answers that a client can unpack', async () => {
    const { address } = await start();
    const answer = await fetch(`${address}/api/v1/articles/banking/otp`);
    expect(answer.headers.get('Content-Encoding')).toBe('gzip');
    expect(await answer.json()).toMatchObject({ id: 'banking/otp' });
  });

  it('answers HEAD without a body, and 304 for what the client has', async () => {
    const { address } = await start();
    const url = `${address}/api/v1/articles/banking/otp`;
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const again = await fetch(url, { headers: { 'If-None-Match': head.headers.get('ETag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it.each([
    ['ten kilobytes of query', `GET /api/v1/search?q=${'a'.repeat(10_240)} HTTP/1.1\r\nHost: x\r\n`, 400],
    ['a query beyond all bounds', `GET /api/v1/search?q=${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n`, 431],
    ['letters that are not encoded', 'GET /api/v1/search?q=caf\xc3\xa9 HTTP/1.1\r\nHost: x\r\n', 400],
    ['something that is not HTTP', 'HELLO\r\n', 400],
    ['a Host that is none', 'GET /api/v1/search?q=otp HTTP/1.1\r\nHost: a b\r\n', 400],
    ['a path that climbs', 'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n', 404],
    ['a whole address of elsewhere', 'GET http://example.org/etc/passwd HTTP/1.1\r\nHost: x\r\n', 404],
  ])('refuses %s in words', async (_, request, status) => {
    const { port } = await start();
    const answer = await send(port, `${request}Connection: close\r\n\r\n`);
    expect(answer.split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toMatch(status === 404 ? /Tidak ada halaman/ : /application\/problem\+json/);
  });

  it('survives a client that hangs up in the middle', async () => {
    const { port, address } = await start();
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /api/v1/search?q=o');
    await new Promise((resolve) => setTimeout(resolve, 10));
    socket.destroy();
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it('says what to do when the port is taken', async () => {
    const { port } = await start();
    await expect(start(port)).rejects.toThrow(`Port ${port} is in use by another program.`);
    await expect(start(port)).rejects.toThrow(`PORT=${port + 1} npm start`);
  });

  it('says what to do when the address is not of this machine', async () => {
    const app = createApp(fakeParts());
    await expect(listen(app.fetch, { port: 0, host: '192.0.2.1' })).rejects.toThrow(/HOST=127\.0\.0\.1/);
  });

  it('ends what is running before it closes, and takes nothing new', async () => {
    let answerNow: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answerNow = resolve));
    const arrived = Promise.withResolvers<undefined>();
    const parts = fakeParts({
      renderPage: async () => {
        arrived.resolve(undefined);
        await held;
        return new Response('done');
      },
    });
    const { address, server } = await start(0, parts);
    const slow = fetch(`${address}/cari/`);
    await arrived.promise;
    const closed = server.close();
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    answerNow();
    expect(await (await slow).text()).toBe('done');
    await closed;
  });
});

async function start(
  port = 0,
  parts: FakeParts = fakeParts(),
): Promise<{ address: string; port: number; server: Listening }> {
  const app = createApp(parts);
  const server = await listen((request, env) => app.fetch(request, env), { port, host: '127.0.0.1' });
  running.push(server);
  return { address: `http://127.0.0.1:${server.port}`, port: server.port, server };
}

/** Sends bytes as they are and gives everything that comes back. */
function send(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => {
      resolve(answer);
    });
    socket.on('error', reject);
    socket.write(Buffer.from(text, 'latin1'));
  });
}
