import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendScores, type SideScores } from './blend-scores.ts';

const order = (found: Record<string, SideScores>) =>
  blendScores(new Map(Object.entries(found))).map(({ id }) => id);

describe('blendScores', () => {
  it.each([
    [
      'agreement keeps the order',
      { a: { lexical: 0.9, similarity: 0.8 }, b: { lexical: 0.4, similarity: 0.4 } },
      'a b',
    ],
    [
      'a far nearer meaning beats a slightly better word',
      { a: { lexical: 0.5, similarity: 0.1 }, b: { lexical: 0.4, similarity: 0.8 } },
      'b a',
    ],
    [
      'a far better word beats a slightly nearer meaning',
      { a: { lexical: 0.9, similarity: 0.7 }, b: { lexical: 0.1, similarity: 0.8 } },
      'a b',
    ],
    [
      'a side that found little says little',
      { a: { lexical: 0.02, similarity: 0.3 }, b: { lexical: 0.01, similarity: 0.5 } },
      'b a',
    ],
    ['words alone keep their order', { a: { lexical: 0.1 }, b: { lexical: 0.3 } }, 'b a'],
    ['meanings alone keep their order', { a: { similarity: 0.3 }, b: { similarity: 0.6 } }, 'b a'],
    ['what neither side found is left out', { a: { similarity: -0.9 }, b: { similarity: 0.1 }, c: {} }, 'b'],
    ['ties keep the order given', { b: { lexical: 0.1 }, a: { lexical: 0.1 } }, 'b a'],
    ['nothing gives nothing', {}, ''],
  ])('%s', (_, found, best) => {
    expect(order(found).join(' ')).toBe(best);
  });

  it('never puts a document below one that is worse on both sides', () => {
    const share = fc.integer({ min: 1, max: 20 }).map((twentieths) => twentieths / 20);
    const side = fc.record({ lexical: share, similarity: share });
    fc.assert(
      fc.property(fc.array(side, { maxLength: 8 }), (sides) => {
        const best = blendScores(new Map(sides.entries())).map(({ id }) => id);
        for (const [a, first] of sides.entries()) {
          for (const [b, second] of sides.entries()) {
            const isBetter = first.lexical > second.lexical && first.similarity > second.similarity;
            if (isBetter) expect(best.indexOf(a)).toBeLessThan(best.indexOf(b));
          }
        }
      }),
    );
  });
});
