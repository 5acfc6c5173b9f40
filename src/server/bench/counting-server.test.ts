import { brotliDecompressSync } from 'node:zlib';
import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { openRandom } from '../random/index.ts';
import { startCountingServer, type CountingServer } from './counting-server.ts';

const text = 'uang belum masuk '.repeat(500);
const random = openRandom(1);
const noise = Uint8Array.from({ length: 300 }, () => random() * 256);
const files = new Map<string, Uint8Array>([
  ['index.html', Buffer.from(text)],
  ['guide/index.html', Buffer.from('<p>guide')],
  ['noise.bin', noise],
  ['404.html', Buffer.from('<p>not here')],
]);

let server: CountingServer | undefined;
afterEach(() => server?.close());

describe('a counting server', () => {
  test('counts the compressed bytes that travelled, not those of the file', async () => {
    server = await startCountingServer(files);
    const { body, encoding } = await fetchRaw(`${server.url}/`);
    expect(encoding).toBe('br');
    expect(brotliDecompressSync(body).toString()).toBe(text);
    expect(body.length).toBeLessThan(200);
    expect(server.take()).toEqual([{ path: '/', bytes: body.length }]);
  });

  test('sends as it is what compression does not make smaller', async () => {
    server = await startCountingServer(files);
    const { body, encoding } = await fetchRaw(`${server.url}/noise.bin`);
    expect(encoding).toBeUndefined();
    expect(server.take()).toEqual([{ path: '/noise.bin', bytes: body.length }]);
    expect(body.length).toBe(noise.length);
  });

  test('counts every request and begins anew after it was asked', async () => {
    server = await startCountingServer(files);
    await fetchRaw(`${server.url}/guide/`);
    await fetchRaw(`${server.url}/guide/`);
    expect(server.take()).toHaveLength(2);
    expect(server.take()).toEqual([]);
  });

  test('answers what is missing with the page for it and counts that too', async () => {
    server = await startCountingServer(files);
    const { status, body } = await fetchRaw(`${server.url}/nowhere?x=1`);
    expect(status).toBe(404);
    expect(body.toString()).toBe('<p>not here');
    expect(server.take()).toEqual([{ path: '/nowhere', bytes: 11 }]);
  });
});

/** `fetch` would undo the compression. */
function fetchRaw(
  url: string,
): Promise<{ status: number | undefined; encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode,
          encoding: response.headers['content-encoding'],
          body: Buffer.concat(chunks),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}
