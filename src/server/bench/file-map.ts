import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Path below a root, with `/` and without one in front → content. */
export type FileMap = ReadonlyMap<string, Uint8Array>;

export async function readFolder(folder: string): Promise<FileMap> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const read = async (file: string) =>
    [path.relative(folder, file).split(path.sep).join('/'), await readFile(file)] as const;
  return new Map(await Promise.all(files.sort().map(read)));
}

/** Above this size the strongest level takes minutes. */
const LARGE_BYTES = 8_000_000;
const LEVEL_OF_LARGE = 6;

const packed = new WeakMap<Uint8Array, Promise<Uint8Array>>();

/** Brotli at level 11 (6 above 8 MB), or the bytes themselves when that does not make them smaller; done once. */
export function compress(bytes: Uint8Array): Promise<Uint8Array> {
  const known = packed.get(bytes) ?? compressNow(bytes);
  packed.set(bytes, known);
  return known;
}

async function compressNow(bytes: Uint8Array): Promise<Uint8Array> {
  const level = bytes.length > LARGE_BYTES ? LEVEL_OF_LARGE : constants.BROTLI_MAX_QUALITY;
  const smaller = await promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return smaller.length < bytes.length ? smaller : bytes;
}

export interface Size {
  readonly files: number;
  readonly raw: number;
  readonly brotli: number;
}

/** What the files weigh together, each compressed by itself as it would travel. */
export async function weigh(files: FileMap): Promise<Size> {
  let [raw, brotli] = [0, 0];
  for (const bytes of files.values()) {
    raw += bytes.length;
    brotli += (await compress(bytes)).length;
  }
  return { files: files.size, raw, brotli };
}
