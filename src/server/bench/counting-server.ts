import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { compress, type FileMap } from './file-map.ts';

/** A file server that remembers what it sent. */
export interface CountingServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** What was sent since the last call, in order; the count begins anew. */
  take(): readonly Sent[];
  close(): Promise<void>;
}

/** One answer: the bytes of its body as they travelled, headers not counted. */
export interface Sent {
  readonly path: string;
  readonly bytes: number;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
};
const IMMUTABLE = /^_astro\//;

/**
 * Serves files on a free loopback port, `index.html` for a folder and `404.html` for what is missing.
 * Everything that brotli makes smaller travels compressed, whatever its type. Pages are isolated
 * from other origins, so that their clocks are fine enough to time one query.
 */
export async function startCountingServer(files: FileMap, port = 0): Promise<CountingServer> {
  let sent: Sent[] = [];
  const answer = async (target: string, response: ServerResponse) => {
    const asked = decodeURIComponent(new URL(target, 'http://localhost').pathname).slice(1);
    const path = asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked;
    const found = files.get(path);
    const bytes = found ?? files.get('404.html') ?? new Uint8Array();
    const body = await compress(bytes);
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[found ? (path.split('.').at(-1) ?? '') : 'html'] ?? 'application/octet-stream',
      'content-length': body.length,
      ...(body === bytes ? {} : { 'content-encoding': 'br' }),
      'cache-control': IMMUTABLE.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    sent.push({ path: `/${asked}`, bytes: body.length });
    response.end(body);
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  // A server that listens on a port has an address with a port.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
