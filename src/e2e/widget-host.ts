import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { ServedSite } from './start-site.ts';

/** The page of an operator. */
export interface HostPage {
  /** The elements of its head. */
  readonly head: string;
  /** Its Content-Security-Policy. */
  readonly policy?: string;
}

/** Serves the same page at every address of a site of its own, with a page of text long enough to scroll. */
export async function serveHost({ head, policy }: HostPage): Promise<ServedSite> {
  const html = `<!doctype html><html lang="id"><head><title>Situs lain</title>${head}</head>
    <body><h1>Situs lain</h1><p><a href="/lain/">Halaman lain</a></p></body></html>`;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (policy !== undefined) response.setHeader('content-security-policy', policy);
    response.end(html);
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

/** Lets the test look into shadow roots that are closed to the page; call before the page is opened. */
export async function openClosedRoots(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // Called below with the element that it is called on.
    // eslint-disable-next-line @typescript-eslint/unbound-method
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      this.setAttribute('data-asked-mode', init.mode);
      return attach.call(this, { ...init, mode: 'open' });
    };
  });
}
