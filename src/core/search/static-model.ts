/**
 * A static embedding model: a vector for each piece of a word, nothing else. Its file:
 *
 *     4 bytes   "PSM2"
 *     4 bytes   length of the header, little-endian
 *     header    JSON in UTF-8: {"id", "dimensions", "pieces"}, where `pieces` is one string, the
 *               pieces parted by blanks ("otp transfer ##nya …"), padded with blanks so that what
 *               follows starts at a multiple of 4
 *     scales    one little-endian float32 for each piece
 *     table     `dimensions` numbers from −7 to 7 for each piece, in the order of the header, two in
 *               a byte, the first in the upper half, each with 8 added
 *
 * The vector of a piece is its row times its scale; its length says how much the piece counts.
 * "##" marks a piece that continues a word.
 */
export interface StaticModel {
  readonly id: string;
  /** Even. */
  readonly dimensions: number;
  /** Piece → number of its row. */
  readonly rows: ReadonlyMap<string, number>;
  readonly scales: Float32Array;
  /** Numbers from −{@link LARGEST_LEVEL} to {@link LARGEST_LEVEL}. */
  readonly table: Int8Array;
}

/** The bytes are not a static model. */
export class StaticModelError extends Error {
  override readonly name = 'StaticModelError';
}

/** Numbers of the table are no larger, so that they fit half a byte. */
export const LARGEST_LEVEL = 7;

const OFFSET = 8;
const MAGIC = 'PSM2';
const PREFIX_BYTES = 8;

/** Reads a model from the bytes of its file. @throws {StaticModelError} */
export function readStaticModel(bytes: Uint8Array): StaticModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREFIX_BYTES || decode(bytes.subarray(0, 4)) !== MAGIC) {
    throw new StaticModelError(`This is not a static model: its first bytes are not "${MAGIC}".`);
  }
  const scalesStart = PREFIX_BYTES + view.getUint32(4, true);
  const { id, dimensions, pieces } = readHeader(bytes.subarray(PREFIX_BYTES, scalesStart));
  const tableStart = scalesStart + 4 * pieces.length;
  const size = tableStart + (pieces.length * dimensions) / 2;
  if (bytes.length !== size) {
    throw new StaticModelError(
      `The static model "${id}" has ${bytes.length} bytes, but its header calls for ${size}.`,
    );
  }
  return {
    id,
    dimensions,
    rows: new Map(pieces.map((piece, row) => [piece, row])),
    scales: Float32Array.from(pieces, (_, row) => view.getFloat32(scalesStart + 4 * row, true)),
    table: unpack(bytes.subarray(tableStart)),
  };
}

function readHeader(bytes: Uint8Array): { id: string; dimensions: number; pieces: string[] } {
  let header: unknown;
  try {
    header = JSON.parse(decode(bytes));
  } catch (cause) {
    throw new StaticModelError('The header of the static model is not JSON.', { cause });
  }
  const { id, dimensions, pieces } = (header ?? {}) as Record<string, unknown>;
  const isEven = Number.isInteger(dimensions) && Number(dimensions) > 0 && Number(dimensions) % 2 === 0;
  if (typeof id !== 'string' || !isEven || typeof pieces !== 'string') {
    throw new StaticModelError('The header of the static model must give id, even dimensions and pieces.');
  }
  return { id, dimensions: Number(dimensions), pieces: pieces === '' ? [] : pieces.split(' ') };
}

/** Writes a model as the bytes of its file. */
export function writeStaticModel(model: StaticModel): Uint8Array {
  const pieces = [...model.rows].sort(([, a], [, b]) => a - b).map(([piece]) => piece);
  const { id, dimensions, scales, table } = model;
  const header = new TextEncoder().encode(JSON.stringify({ id, dimensions, pieces: pieces.join(' ') }));
  const scalesStart = Math.ceil((PREFIX_BYTES + header.length) / 4) * 4;
  const tableStart = scalesStart + 4 * pieces.length;
  const bytes = new Uint8Array(tableStart + table.length / 2).fill(' '.charCodeAt(0), 0, scalesStart);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(4, scalesStart - PREFIX_BYTES, true);
  bytes.set(header, PREFIX_BYTES);
  for (const [row, scale] of scales.entries()) view.setFloat32(scalesStart + 4 * row, scale, true);
  bytes.set(pack(table), tableStart);
  return bytes;
}

function pack(table: Int8Array): Uint8Array {
  const half = (index: number) => (table[index] ?? 0) + OFFSET;
  return Uint8Array.from({ length: table.length / 2 }, (_, byte) => 16 * half(2 * byte) + half(2 * byte + 1));
}

function unpack(bytes: Uint8Array): Int8Array {
  const table = new Int8Array(2 * bytes.length);
  for (const [index, byte] of bytes.entries()) {
    table[2 * index] = (byte >> 4) - OFFSET;
    table[2 * index + 1] = (byte & 15) - OFFSET;
  }
  return table;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
