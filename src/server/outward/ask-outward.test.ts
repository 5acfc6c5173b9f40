import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { lookup } from 'node:dns';
import { afterEach, describe, expect, it } from 'vitest';
import { createAskOutward } from './ask-outward.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server on this machine, which says how often it was asked. */
async function serve(answer: string, status = 200): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.writeHead(status, { Location: 'http://127.0.0.1:1/' }).end(answer);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, asked: () => asked };
}

const get = (url: string) => ({ method: 'GET', url, headers: {} }) as const;
/** Resolves every name to one address. */
const resolveTo = (address: string) =>
  ((_name: string, _options: object, answer: (fault: null, found: object[]) => void) => {
    answer(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  }) as unknown as typeof lookup;

describe('asking a server elsewhere', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest/meta-data/',
    'http://192.168.0.1/',
    'http://172.31.255.255/',
    'http://100.64.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://0.0.0.0/',
    'http://localhost/',
  ])('refuses %s', async (url) => {
    await expect(createAskOutward({ networks: [] })(get(url))).rejects.toThrow(/private network/);
  });

  it.each(['127.0.0.1', '169.254.169.254', '::1', '10.0.0.7', '::ffff:10.0.0.7'])(
    'refuses a name that resolves to %s when the connection is made',
    async (address) => {
      const ask = createAskOutward({ networks: [], resolve: resolveTo(address) });
      await expect(ask(get('http://hooks.example.org/'))).rejects.toThrow(/private network/);
    },
  );

  it('asks within a network that is allowed', async () => {
    const { url } = await serve('hello');
    const ask = createAskOutward({ networks: ['127.0.0.0/8'] });
    await expect(ask(get(url))).resolves.toEqual({ status: 200, body: 'hello' });
  });

  it('does not follow a redirect', async () => {
    const { url, asked } = await serve('', 302);
    const ask = createAskOutward({ networks: ['127.0.0.1'] });
    await expect(ask(get(url))).resolves.toMatchObject({ status: 302 });
    expect(asked()).toBe(1);
  });

  it('gives up on an answer without end, and on one that does not come', async () => {
    const { url } = await serve('x'.repeat(2_000_000));
    await expect(createAskOutward({ networks: ['127.0.0.1'] })(get(url))).rejects.toThrow(/too much/);
    const silent = createServer(() => undefined);
    servers.push(silent);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const ask = createAskOutward({ networks: ['127.0.0.1'], timeoutMs: 50 });
    await expect(ask(get(`http://127.0.0.1:${port}/`))).rejects.toThrow(/no answer/);
    silent.closeAllConnections();
  });

  it('names no address in a fault', async () => {
    const ask = createAskOutward({ networks: ['127.0.0.1'] });
    await expect(ask(get('http://127.0.0.1:1/secret-path'))).rejects.toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('secret-path') as string }),
    );
  });
});
