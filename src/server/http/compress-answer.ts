import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';
import { chooseEncoding } from './accept-encoding.ts';

/** Below this a packed answer saves less than a network packet. */
const SMALLEST = 1_000;
/** Fast enough to pay for an answer that is sent once. */
const BROTLI_QUALITY = 4;
/** Not `text/event-stream`: its events must leave as they come. */
const TEXT = /^(text\/(?!event-stream)|application\/([\w.-]+\+)?(json|xml))/;

/** Packs answers that are made on request, where the client can unpack them and it pays. */
export const compressAnswer: MiddlewareHandler = async (c, next) => {
  await next();
  const { res } = c;
  if (!res.body || res.headers.has('Content-Encoding') || !TEXT.test(res.headers.get('Content-Type') ?? ''))
    return;
  const bytes = new Uint8Array(await res.arrayBuffer());
  const encoding =
    bytes.length < SMALLEST ? undefined : chooseEncoding(c.req.header('Accept-Encoding'), ['br', 'gzip']);
  const body = encoding === undefined ? bytes : await pack(bytes, encoding);
  const headers = new Headers(res.headers);
  if (!headers.get('Vary')?.includes('Accept-Encoding')) headers.append('Vary', 'Accept-Encoding');
  headers.set('Content-Length', String(body.length));
  if (encoding !== undefined) headers.set('Content-Encoding', encoding);
  // Assigning merges the old headers into the new answer; without an old one there is nothing to merge.
  c.res = undefined;
  c.res = new Response(body, { status: res.status, headers });
};

async function pack(bytes: Uint8Array, encoding: 'br' | 'gzip'): Promise<Uint8Array<ArrayBuffer>> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
  const packed =
    encoding === 'br' ? await promisify(brotliCompress)(bytes, { params }) : await promisify(gzip)(bytes);
  return new Uint8Array(packed);
}
