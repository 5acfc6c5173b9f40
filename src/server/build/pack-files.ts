import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FileTable, SiteFile } from '../release/index.ts';
import { typeOf } from './media-type.ts';

/** Sites up to this size are packed as small as can be; beyond, a good size in a tenth of the time. */
const SMALL_SITE_BYTES = 16_000_000;
/** Below this a packed file saves less than a network packet. */
const SMALLEST_PACKED = 512;
/** Files whose names change with their content: Astro's, and the parts of the search index. */
const HASHED = /^(_astro\/|search-data\/[a-z]+-)/;

/**
 * Writes packed forms (`.br`, `.gz`) beside each text file below `client` that gets smaller by it, and
 * gives the table of everything that can be served from there, by its path in the address.
 */
export async function packFiles(client: string): Promise<FileTable> {
  const names = await listFiles(client);
  const total = await sizeOf(client, names);
  const quality = total <= SMALL_SITE_BYTES ? constants.BROTLI_MAX_QUALITY : 5;
  const table = new Map<string, SiteFile>();
  const queue = names.values();
  const workers = Array.from({ length: availableParallelism() }, async () => {
    for (const name of queue) table.set(addressOf(name), await packFile(client, name, quality));
  });
  await Promise.all(workers);
  return new Map([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function packFile(client: string, name: string, quality: number): Promise<SiteFile> {
  const file = path.join(client, name);
  const bytes = await readFile(file);
  const { type, isText } = typeOf(name);
  const packed: SiteFile['packed'] = [];
  if (isText && bytes.length >= SMALLEST_PACKED) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const [br, gz] = await Promise.all([
      promisify(brotliCompress)(bytes, { params }),
      promisify(gzip)(bytes, { level: 9 }),
    ]);
    if (br.length < bytes.length) {
      await writeFile(`${file}.br`, br);
      packed.push('br');
    }
    if (gz.length < bytes.length) {
      await writeFile(`${file}.gz`, gz);
      packed.push('gzip');
    }
  }
  const tag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return { file: name, type, bytes: bytes.length, tag, packed, hashed: HASHED.test(name) };
}

/** `index.html` is served at its folder's address, everything else at its own name. */
function addressOf(name: string): string {
  return `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

async function sizeOf(client: string, names: readonly string[]): Promise<number> {
  let total = 0;
  for (const name of names) {
    if (typeOf(name).isText) total += (await stat(path.join(client, name))).size;
    if (total > SMALL_SITE_BYTES) break;
  }
  return total;
}
