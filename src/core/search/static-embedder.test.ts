import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStaticEmbedder } from './static-embedder.ts';
import {
  LARGEST_LEVEL,
  readStaticModel,
  StaticModelError,
  writeStaticModel,
  type StaticModel,
} from './static-model.ts';

const MODEL: StaticModel = {
  id: 'tiny-1',
  dimensions: 2,
  rows: new Map([
    ['uang', 0],
    ['duit', 1],
    ['sinyal', 2],
    ['##nya', 3],
  ]),
  // The ending hardly counts, the signal double.
  scales: Float32Array.of(1, 1, 2, 0.001),
  table: Int8Array.of(5, 0, 4, 3, 0, 5, -5, 0),
};

describe('createStaticEmbedder', () => {
  const embedder = createStaticEmbedder(readStaticModel(writeStaticModel(MODEL)));
  const embed = async (text: string) =>
    [...((await embedder.embed([text], 'query'))[0] ?? [])].map((value) => Math.round(value * 100) / 100);

  it.each([
    ['uang', [1, 0], 'one token'],
    ['duit', [0.8, 0.6], 'a vector brought to length 1'],
    ['UANG!!', [1, 0], 'a word as people write it'],
    ['uang duit', [0.95, 0.32], 'the sum of two tokens'],
    ['uangnya', [1, 0], 'a word of two pieces'],
    ['uang sinyal', [0.45, 0.89], 'a token that counts double'],
    ['xyz', [0, 0], 'no known token'],
    ['', [0, 0], 'no text'],
  ])('embeds %j as %j (%s)', async (text, vector) => {
    expect(await embed(text)).toEqual(vector);
  });

  it('gives one vector for each text', async () => {
    expect(embedder).toMatchObject({ id: 'tiny-1', dimensions: 2 });
    expect(await embedder.embed(['uang', 'duit', 'uang'], 'passage')).toHaveLength(3);
    expect(await embedder.embed([], 'query')).toEqual([]);
  });
});

describe('readStaticModel', () => {
  it('reads what writeStaticModel wrote', () => {
    const piece = fc.stringMatching(/^(##)?[a-zé]{1,8}$/);
    const model = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.uniqueArray(piece, { maxLength: 8 }))
      .chain(([pairs, pieces]) => {
        const size = pieces.length * 2 * pairs;
        return fc.record({
          id: fc.constant('any'),
          dimensions: fc.constant(2 * pairs),
          rows: fc.constant(new Map(pieces.map((name, row) => [name, row]))),
          scales: fc.float32Array({ minLength: pieces.length, maxLength: pieces.length, noNaN: true }),
          table: fc.int8Array({ min: -LARGEST_LEVEL, max: LARGEST_LEVEL, minLength: size, maxLength: size }),
        });
      });
    fc.assert(
      fc.property(model, (written) => {
        expect(readStaticModel(writeStaticModel(written))).toEqual(written);
      }),
    );
  });

  const bytes = writeStaticModel(MODEL);
  it.each([
    ['another file', new TextEncoder().encode('PK plus more'), /first bytes/],
    ['an empty file', new Uint8Array(), /first bytes/],
    ['a file that was cut off', bytes.slice(0, -1), /tiny-1.*calls for/],
    ['a broken header', bytes.map((byte, index) => (index === 8 ? 0 : byte)), /not JSON/],
    ['a header of another form', withHeader('{"id":7}'), /must give id, even dimensions and pieces/],
  ])('refuses %s', (_, file, message) => {
    expect(() => readStaticModel(file)).toThrow(StaticModelError);
    expect(() => readStaticModel(file)).toThrow(message);
  });
});

function withHeader(header: string): Uint8Array {
  return Uint8Array.from([
    ...new TextEncoder().encode('PSM2'),
    header.length,
    0,
    0,
    0,
    ...new TextEncoder().encode(header),
  ]);
}
