import { writeStaticModel, type StaticModel } from './static-model.ts';
import { splitPieces, splitWords } from './word-pieces.ts';

/** What a browser reads first of a model whose rows lie in shards. */
export interface ModelIndex {
  readonly id: string;
  readonly dimensions: number;
  /**
   * The first piece of each shard, by code units, parted by blanks. A shard holds the pieces from its
   * own first up to the next shard's first, and every piece that its first begins with, so that the
   * longest known beginning of a word is always found in the one shard that the word falls into.
   */
  readonly firsts: string;
}

/** A model in pieces small enough to fetch a few of them for a query. */
export interface ModelShards {
  readonly index: ModelIndex;
  /** The most common pieces, fetched once for all queries; a file of a static model. */
  readonly common: Uint8Array;
  /** Each a file of a static model. */
  readonly shards: readonly Uint8Array[];
}

/**
 * Parts a model into shards of about `rowsPerShard` rows. `commonPieces` are in a file of their own,
 * beside their shards: a query made of them fetches nothing else.
 */
export function shardModel(
  model: StaticModel,
  { rowsPerShard, commonPieces }: { readonly rowsPerShard: number; readonly commonPieces: readonly string[] },
): ModelShards {
  const pieces = [...model.rows.keys()].sort(comparePieces);
  const parts = Array.from({ length: Math.ceil(pieces.length / rowsPerShard) }, (_, part) =>
    pieces.slice(part * rowsPerShard, (part + 1) * rowsPerShard),
  );
  const firsts = parts.map(([first = '']) => first);
  return {
    index: { id: model.id, dimensions: model.dimensions, firsts: firsts.join(' ') },
    common: writeStaticModel(
      take(
        model,
        commonPieces.filter((piece) => model.rows.has(piece)),
      ),
    ),
    shards: parts.map((part, index) =>
      writeStaticModel(take(model, [...beginnings(firsts[index] ?? '', model), ...part])),
    ),
  };
}

/** The pieces that texts are made of most often, at most `most`, the most frequent first. */
export function listCommonPieces(model: StaticModel, texts: readonly string[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(splitWords)) {
    for (const piece of splitPieces(word, (name) => (model.rows.has(name) ? name : undefined))) {
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || comparePieces(a, b));
  return ranked.slice(0, most).map(([piece]) => piece);
}

/** The pieces other than itself that a piece begins with. */
function beginnings(piece: string, { rows }: StaticModel): string[] {
  return Array.from({ length: piece.length }, (_, length) => piece.slice(0, length)).filter((start) =>
    rows.has(start),
  );
}

/** The part of a model that has these pieces, in this order. */
function take(model: StaticModel, pieces: readonly string[]): StaticModel {
  const { id, dimensions } = model;
  const rows = pieces.map((piece) => model.rows.get(piece) ?? 0);
  const table = new Int8Array(pieces.length * dimensions);
  for (const [index, row] of rows.entries()) {
    table.set(model.table.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
  }
  return {
    id,
    dimensions,
    rows: new Map(pieces.map((piece, row) => [piece, row])),
    scales: Float32Array.from(rows, (row) => model.scales[row] ?? 0),
    table,
  };
}

/** The order of pieces over shards: by code units. */
function comparePieces(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
