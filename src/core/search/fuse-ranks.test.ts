import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuseRanks } from './fuse-ranks.ts';

const ranking = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'));

describe('fuseRanks', () => {
  it.each([
    [
      'agreement keeps the order',
      [
        ['a', 'b'],
        ['a', 'b'],
      ],
      ['a', 'b'],
    ],
    [
      'two good places beat one best',
      [
        ['a', 'b'],
        ['c', 'b'],
      ],
      ['b', 'a', 'c'],
    ],
    [
      'ties keep the order of the first ranking',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a', 'b'],
    ],
    ['one ranking stays as it is', [['c', 'a']], ['c', 'a']],
    ['nothing gives nothing', [[], []], []],
  ])('%s', (_, rankings, fused) => {
    expect(fuseRanks(rankings).map(({ id }) => id)).toEqual(fused);
  });

  it('scores by 1 / (k + rank)', () => {
    expect(fuseRanks([['a'], ['b', 'a']], 10)[0]).toEqual({ id: 'a', score: 1 / 11 + 1 / 12 });
  });

  it('never puts an id below one that every ranking puts lower', () => {
    fc.assert(
      fc.property(ranking, ranking, fc.integer({ min: 1, max: 100 }), (first, second, k) => {
        const places = new Map(fuseRanks([first, second], k).map(({ id }, place) => [id, place]));
        const better = (a: string, b: string) =>
          [first, second].every((list) => list.includes(a) && list.indexOf(a) < (list.indexOf(b) + 9) % 9);
        for (const a of first)
          for (const b of first) if (better(a, b)) expect(places.get(a)).toBeLessThan(places.get(b) ?? 9);
        expect(new Set(places.keys())).toEqual(new Set([...first, ...second]));
      }),
    );
  });

  it.each([0, -1, 101, NaN])('refuses k = %d', (k) => {
    expect(() => fuseRanks([['a']], k)).toThrow(RangeError);
  });
});
