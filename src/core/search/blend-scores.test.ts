import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendScores, type SideScores } from './blend-scores.ts';

const order = (found: Record<string, SideScores>) =>
  blendScores(new Map(Object.entries(found))).map(({ id }) => id);

describe('blendScores', () => {
  it.each([
    [
      'agreement keeps the order',
      { a: { lexical: 9, similarity: 0.8 }, b: { lexical: 4, similarity: 0.4 } },
      'a b',
    ],
    [
      'a far nearer meaning beats a slightly better word',
      { a: { lexical: 5, similarity: 0.1 }, b: { lexical: 4, similarity: 0.8 } },
      'b a',
    ],
    [
      'a far better word beats a slightly nearer meaning',
      { a: { lexical: 9, similarity: 0.7 }, b: { lexical: 1, similarity: 0.8 } },
      'a b',
    ],
    [
      'meanings no nearer than chance leave it to words',
      { a: { lexical: 2, similarity: 0.01 }, b: { lexical: 1, similarity: 0.02 } },
      'a b',
    ],
    ['words alone keep their order', { a: { lexical: 1 }, b: { lexical: 3 } }, 'b a'],
    ['meanings alone keep their order', { a: { similarity: 0.3 }, b: { similarity: 0.6 } }, 'b a'],
    ['ties keep the order given', { b: { lexical: 1 }, a: { lexical: 1 } }, 'b a'],
    ['nothing gives nothing', {}, ''],
  ])('%s', (_, found, best) => {
    expect(order(found).join(' ')).toBe(best);
  });

  it('never puts a document below one that is worse on both sides, and keeps scores within 0 to 1', () => {
    const side = fc.record({
      lexical: fc.double({ min: 0, max: 50, noNaN: true }),
      similarity: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(side, { maxLength: 8 }), (sides) => {
        const blended = blendScores(new Map(sides.entries()));
        const places = new Map(blended.map(({ id }, place) => [id, place]));
        for (const [a, first] of sides.entries()) {
          for (const [b, second] of sides.entries()) {
            const isBetter = first.lexical > second.lexical && first.similarity > second.similarity;
            const isTold =
              blended.find(({ id }) => id === a)?.score !== blended.find(({ id }) => id === b)?.score;
            if (isBetter && isTold) expect(places.get(a)).toBeLessThan(places.get(b) ?? 0);
          }
        }
        for (const { score } of blended) expect(score >= 0 && score <= 1 + 1e-9).toBe(true);
      }),
    );
  });
});
