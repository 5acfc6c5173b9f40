import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { PROBLEM_TYPE, problemResponse } from '../http/index.ts';

/** The server cannot start as it was told to; the message says what to change. */
class ListenError extends Error {
  override readonly name = 'ListenError';
}

export interface Listening {
  readonly port: number;
  /** Takes no new connection, lets running requests end, and settles when the last one has. */
  close(): Promise<void>;
}

/** Room for a query that the API can refuse in words; Node's own limit would cut the connection. */
const MAX_HEADER_BYTES = 65_536;
const REQUEST_TIMEOUT_MS = 30_000;
/** Longer than the minute after which proxies give up an idle connection, so that they are the ones to close it. */
const KEEP_ALIVE_MS = 65_000;
/** What is not done by then when the server stops is cut off. */
const CLOSE_GRACE_MS = 10_000;
const SWEEP_MS = 50;

/**
 * Serves an app over HTTP.
 * @throws {ListenError} when the address cannot be had.
 */
export async function listen(
  fetch: (request: Request, env: object) => Response | Promise<Response>,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> {
  const serve = getRequestListener(fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => problemResponse(400, 'The request has no usable address or Host header.'),
  });
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    void serve(request, response);
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('clientError', refuseConnection);
  await start(server, port, host);
  // A server that listens on a port has an address of this kind.
  const address = server.address() as AddressInfo;
  return { port: address.port, close: () => close(server) };
}

async function start(server: Server, port: number, host: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.off('error', reject);
        resolve();
      });
    });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new ListenError(
      REASONS[code]?.(port, host) ?? `Cannot listen on ${host}, port ${port} (${code}).`,
      { cause },
    );
  }
}

const REASONS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) =>
    `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  EACCES: (port) => `Port ${port} is reserved for the system. Choose a port above 1023: PORT=4321 npm start`,
  EADDRNOTAVAIL: (_, host) => `This machine has no address ${host}. For example: HOST=127.0.0.1 npm start`,
  ENOTFOUND: (_, host) => `No machine is called ${host}. For example: HOST=127.0.0.1 npm start`,
};

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  // A connection whose last answer is sent while the server closes would be kept for the next request.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, SWEEP_MS);
  const giveUp = setTimeout(() => {
    server.closeAllConnections();
  }, CLOSE_GRACE_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(giveUp);
}

/** Answers what is not HTTP, or more of it than fits, before the app sees it. */
function refuseConnection(error: Error, socket: Socket): void {
  if (!socket.writable || ('code' in error && error.code === 'ECONNRESET')) {
    socket.destroy();
    return;
  }
  const status = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const detail =
    status === 431
      ? 'The address and the headers are too long.'
      : 'This is not HTTP. In an address, spaces and letters beyond ASCII are percent-encoded.';
  const title = STATUS_CODES[status] ?? '';
  const body = JSON.stringify({ type: 'about:blank', title, status, detail });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\nContent-Type: ${PROBLEM_TYPE}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}
