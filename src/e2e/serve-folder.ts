import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ServedSite } from './start-site.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Changes a page before it is sent, as if somebody had published another one. */
export type Rewrite = (pathname: string, html: string) => string;

/**
 * Serves a folder on a free loopback port the way any static host does: files, `index.html` for a folder and
 * `404.html` for what is missing. It knows nothing else of the site.
 */
export async function serveFolder(folder: string, rewrite: Rewrite = (_, html) => html): Promise<ServedSite> {
  const answer = async (target: string, response: ServerResponse) => {
    const { pathname } = new URL(target, 'http://localhost');
    const asked = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const found = await readFile(path.join(folder, asked)).catch(() => undefined);
    const body = found ?? (await readFile(path.join(folder, '404.html')));
    const type = TYPES[path.extname(found ? asked : '404.html')] ?? 'application/octet-stream';
    // As the page about the widget asks of a static host.
    const forAll = type.startsWith('text/html') ? {} : { 'access-control-allow-origin': '*' };
    response.writeHead(found ? 200 : 404, { 'content-type': type, ...forAll });
    response.end(type.startsWith('text/html') ? rewrite(pathname, body.toString()) : body);
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '/', response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
