/**
 * A static embedding model: a vector for each token, nothing else. Its file:
 *
 *     4 bytes   "PSM1"
 *     4 bytes   length of the header, little-endian
 *     header    JSON in UTF-8: {"id", "dimensions", "tokens": ["▁otp", "an", …]}, padded with
 *               blanks so that what follows starts at a multiple of 4
 *     scales    one little-endian float32 for each token
 *     table     `dimensions` int8 for each token, in the order of the header
 *
 * The vector of a token is its row times its scale; the scale carries how much the token counts.
 * "▁" marks a token that begins a word.
 */
export interface StaticModel {
  readonly id: string;
  readonly dimensions: number;
  /** Token → number of its row. */
  readonly rows: ReadonlyMap<string, number>;
  readonly scales: Float32Array;
  readonly table: Int8Array;
}

/** The bytes are not a static model. */
export class StaticModelError extends Error {
  override readonly name = 'StaticModelError';
}

const MAGIC = 'PSM1';
const PREFIX_BYTES = 8;

/** Reads a model from the bytes of its file. @throws {StaticModelError} */
export function readStaticModel(bytes: Uint8Array): StaticModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREFIX_BYTES || text(bytes.subarray(0, 4)) !== MAGIC) {
    throw new StaticModelError(`This is not a static model: its first bytes are not "${MAGIC}".`);
  }
  const scalesStart = PREFIX_BYTES + view.getUint32(4, true);
  const { id, dimensions, tokens } = readHeader(bytes.subarray(PREFIX_BYTES, scalesStart));
  const tableStart = scalesStart + 4 * tokens.length;
  const size = tableStart + tokens.length * dimensions;
  if (bytes.length !== size) {
    throw new StaticModelError(
      `The static model "${id}" has ${bytes.length} bytes, but its header calls for ${size}.`,
    );
  }
  return {
    id,
    dimensions,
    rows: new Map(tokens.map((token, row) => [token, row])),
    scales: Float32Array.from(tokens, (_, row) => view.getFloat32(scalesStart + 4 * row, true)),
    table: new Int8Array(bytes.buffer, bytes.byteOffset + tableStart, tokens.length * dimensions),
  };
}

function readHeader(bytes: Uint8Array): { id: string; dimensions: number; tokens: string[] } {
  let header: unknown;
  try {
    header = JSON.parse(text(bytes));
  } catch (cause) {
    throw new StaticModelError('The header of the static model is not JSON.', { cause });
  }
  const { id, dimensions, tokens } = (header ?? {}) as Record<string, unknown>;
  const isWhole = Number.isInteger(dimensions) && Number(dimensions) > 0;
  if (
    typeof id !== 'string' ||
    !isWhole ||
    !Array.isArray(tokens) ||
    !tokens.every((token) => typeof token === 'string')
  ) {
    throw new StaticModelError('The header of the static model must give id, dimensions and tokens.');
  }
  return { id, dimensions: Number(dimensions), tokens };
}

/** Writes a model as the bytes of its file. */
export function writeStaticModel(model: StaticModel): Uint8Array {
  const tokens = [...model.rows].sort(([, a], [, b]) => a - b).map(([token]) => token);
  const header = new TextEncoder().encode(
    JSON.stringify({ id: model.id, dimensions: model.dimensions, tokens }),
  );
  const scalesStart = Math.ceil((PREFIX_BYTES + header.length) / 4) * 4;
  const tableStart = scalesStart + 4 * tokens.length;
  const bytes = new Uint8Array(tableStart + model.table.length).fill(' '.charCodeAt(0), 0, scalesStart);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(4, scalesStart - PREFIX_BYTES, true);
  bytes.set(header, PREFIX_BYTES);
  for (const [row, scale] of model.scales.entries()) view.setFloat32(scalesStart + 4 * row, scale, true);
  new Int8Array(bytes.buffer, tableStart).set(model.table);
  return bytes;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
