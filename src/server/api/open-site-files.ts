import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chooseEncoding } from '../http/index.ts';
import type { FileTable, SiteFile } from '../release/index.ts';
import type { SiteFiles } from './app-parts.ts';

const ENDINGS = { br: '.br', gzip: '.gz' } as const;
/** Names with their content in them never change; all else is asked for anew, and usually answered by 304. */
const CACHE_HASHED = 'public, max-age=31536000, immutable';
const CACHE_NAMED = 'no-cache';

/** Serves what stands in the table, and nothing else: an address never becomes a path of the disk. */
export function openSiteFiles(folder: string, table: FileTable): SiteFiles {
  return {
    async answer(request) {
      const address = decodeAddress(request.url);
      const file = address === undefined ? undefined : table.get(address);
      if (file) return send(folder, file, 200, request);
      const better = address === undefined ? undefined : properAddress(address, table);
      if (better === undefined) return undefined;
      const headers = {
        Location: encodeURI(better) + new URL(request.url).search,
        'Cache-Control': CACHE_NAMED,
      };
      return new Response(null, { status: 301, headers });
    },
    async answerWith(address, status, request) {
      const file = table.get(address);
      return file && send(folder, file, status, request);
    },
  };
}

/** The address of a page that was written without the slash at its end, or with `index.html`. */
function properAddress(address: string, table: FileTable): string | undefined {
  const candidate = address.endsWith('/index.html') ? address.slice(0, -'index.html'.length) : `${address}/`;
  return table.has(candidate) ? candidate : undefined;
}

function decodeAddress(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    // Not an address that any file could have.
    return undefined;
  }
}

async function send(
  folder: string,
  file: SiteFile,
  status: number,
  request: Request,
): Promise<Response | undefined> {
  const encoding = chooseEncoding(request.headers.get('Accept-Encoding'), file.packed);
  const tag = encoding === undefined ? `"${file.tag}"` : `"${file.tag}-${encoding}"`;
  const headers = new Headers({
    'Content-Type': file.type,
    'Cache-Control': file.hashed ? CACHE_HASHED : CACHE_NAMED,
    ETag: tag,
  });
  if (file.packed.length > 0) headers.set('Vary', 'Accept-Encoding');
  if (status === 200 && matches(request.headers.get('If-None-Match'), tag)) {
    return new Response(null, { status: 304, headers });
  }
  if (encoding !== undefined) headers.set('Content-Encoding', encoding);
  const ending = encoding === undefined ? '' : ENDINGS[encoding];
  const body = await readIfThere(path.join(folder, file.file + ending));
  if (!body) return undefined;
  headers.set('Content-Length', String(body.length));
  return new Response(body, { status, headers });
}

/** If-None-Match, compared weakly (RFC 9110, 13.1.2). */
function matches(header: string | null, tag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace(/^W\//, '') === tag);
}

/** Undefined when a newer build has replaced the release that this server serves. */
async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
