import { EmbedderMismatchError, type Embedder } from './embedder.ts';
import type { ModelIndex } from './model-shard.ts';
import { addRow, toLengthOne } from './static-embedder.ts';
import { readStaticModel, type StaticModel } from './static-model.ts';
import { CONTINUATION, LONGEST_WORD, splitWords } from './word-pieces.ts';

/** Fetches the common file, or the shard of a number, of a sharded model. */
export type FetchShard = (shard: number | 'common') => Promise<Uint8Array>;

/** A piece that a word begins with: whose row to add, and how much of the key it covers. */
interface Beginning {
  readonly model: StaticModel;
  readonly row: number;
  readonly length: number;
}

/**
 * Embeds like {@link createStaticEmbedder}, and to the same numbers, from the shards that the words
 * of the texts fall into. Each shard is fetched once; a fetch that failed is tried again when it is
 * next needed. Words of known pieces need one round of fetching, others one more for each piece.
 */
export function createShardedEmbedder(index: ModelIndex, fetchShard: FetchShard): Embedder {
  const firsts = index.firsts.split(' ');
  const fetched = new Map<number | 'common', Promise<StaticModel>>();
  const load = (shard: number | 'common') => {
    const loading = fetched.get(shard) ?? fetchShard(shard).then((bytes) => readShard(bytes, index.id));
    fetched.set(shard, loading);
    loading.catch(() => fetched.delete(shard));
    return loading;
  };
  const find = async (key: string): Promise<Beginning | undefined> => {
    const common = await load('common');
    const row = common.rows.get(key);
    if (row !== undefined) return { model: common, row, length: key.length };
    return findBeginning(key, await load(findShard(key, firsts)));
  };
  return {
    id: index.id,
    dimensions: index.dimensions,
    embed: (texts) => Promise.all(texts.map((text) => embedText(text, index.dimensions, find))),
  };
}

/** A cache may still hold a shard of the model before; its rows would be numbers without a meaning. */
function readShard(bytes: Uint8Array, id: string): StaticModel {
  const model = readStaticModel(bytes);
  if (model.id !== id) throw new EmbedderMismatchError(id, model.id);
  return model;
}

type Find = (key: string) => Promise<Beginning | undefined>;

async function embedText(text: string, dimensions: number, find: Find): Promise<Float32Array> {
  const words = splitWords(text);
  const found = new Map<string, Promise<readonly Beginning[]>>();
  for (const word of words) found.set(word, found.get(word) ?? splitFound(word, find));
  const sum = new Float32Array(dimensions);
  for (const word of words) {
    for (const { model, row } of (await found.get(word)) ?? []) addRow(sum, model, row);
  }
  return toLengthOne(sum);
}

/** As `splitPieces`, over shards. */
async function splitFound(word: string, find: Find): Promise<readonly Beginning[]> {
  if (word.length > LONGEST_WORD) return [];
  const pieces: Beginning[] = [];
  for (let key = word; key !== '';) {
    const beginning = await find(key);
    if (!beginning) return [];
    pieces.push(beginning);
    key = beginning.length === key.length ? '' : CONTINUATION + key.slice(beginning.length);
  }
  return pieces;
}

function findBeginning(key: string, model: StaticModel): Beginning | undefined {
  const shortest = key.startsWith(CONTINUATION) ? CONTINUATION.length + 1 : 1;
  for (let length = key.length; length >= shortest; length--) {
    const row = model.rows.get(key.slice(0, length));
    if (row !== undefined) return { model, row, length };
  }
  return undefined;
}

/** The last shard whose first piece is not after the key. */
function findShard(key: string, firsts: readonly string[]): number {
  let [low, high] = [0, firsts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((firsts[middle] ?? '') <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}
