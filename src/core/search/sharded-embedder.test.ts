import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shardModel } from './model-shard.ts';
import { createShardedEmbedder, type FetchShard } from './sharded-embedder.ts';
import { createStaticEmbedder } from './static-embedder.ts';
import type { StaticModel } from './static-model.ts';

const PIECES = [
  'a',
  'b',
  'ab',
  'aba',
  'abab',
  'b',
  'ba',
  'bb',
  '##a',
  '##b',
  '##ab',
  '##ba',
  'c',
  'ca',
  '##c',
  '##cab',
];
const MODEL = makeModel([...new Set(PIECES)]);
const ROWS_PER_SHARD = 3;

describe('createShardedEmbedder', () => {
  it('embeds any text to the numbers of the whole model', async () => {
    const { embedder } = openShards(MODEL, ['ab', '##a']);
    const whole = createStaticEmbedder(MODEL);
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
        const text = words.join(' ');
        expect(await embedder.embed([text], 'query')).toEqual(await whole.embed([text], 'query'));
      }),
    );
  });

  it('fetches each shard once, and none for common pieces', async () => {
    const { embedder, fetched } = openShards(MODEL, ['ab', '##a']);
    await embedder.embed(['ab ab'], 'query');
    expect(fetched).toEqual(['common']);
    await embedder.embed(['ca', 'ca ca'], 'query');
    await embedder.embed(['ca'], 'query');
    expect(fetched).toHaveLength(2);
  });

  it('refuses a shard that another model has left in a cache', async () => {
    const { index } = shardModel(MODEL, { rowsPerShard: ROWS_PER_SHARD, commonPieces: [] });
    const former = shardModel({ ...MODEL, id: 'former' }, { rowsPerShard: ROWS_PER_SHARD, commonPieces: [] });
    const embedder = createShardedEmbedder(index, (shard) =>
      Promise.resolve(shard === 'common' ? former.common : (former.shards[shard] ?? new Uint8Array())),
    );
    await expect(embedder.embed(['ca'], 'query')).rejects.toThrow('former');
  });

  it('tries a shard again after its fetch failed', async () => {
    let isDown = true;
    const { embedder } = openShards(MODEL, [], () => isDown);
    await expect(embedder.embed(['ca'], 'query')).rejects.toThrow('offline');
    isDown = false;
    expect(await embedder.embed(['ca'], 'query')).toEqual(
      await createStaticEmbedder(MODEL).embed(['ca'], 'query'),
    );
  });

  it('reads no word that is longer than words are', async () => {
    const { embedder } = openShards(MODEL, []);
    const text = 'ab'.repeat(30);
    expect(await embedder.embed([text], 'query')).toEqual(
      await createStaticEmbedder(MODEL).embed([text], 'query'),
    );
  });
});

function openShards(model: StaticModel, commonPieces: readonly string[], isDown = () => false) {
  const { index, common, shards } = shardModel(model, { rowsPerShard: ROWS_PER_SHARD, commonPieces });
  const fetched: (number | 'common')[] = [];
  const fetchShard: FetchShard = (shard) => {
    if (isDown()) return Promise.reject(new Error('offline'));
    fetched.push(shard);
    const bytes = shard === 'common' ? common : shards[shard];
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no shard ${shard}`));
  };
  return { embedder: createShardedEmbedder(index, fetchShard), fetched };
}

/** Every piece gets numbers of its own. */
function makeModel(pieces: readonly string[]): StaticModel {
  return {
    id: 'tiny',
    dimensions: 4,
    rows: new Map(pieces.map((piece, row) => [piece, row])),
    scales: Float32Array.from(pieces, (_, row) => 1 / (1 + row)),
    table: Int8Array.from({ length: 4 * pieces.length }, (_, index) => ((index * 7) % 15) - 7),
  };
}
