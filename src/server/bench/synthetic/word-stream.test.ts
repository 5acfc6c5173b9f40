import { describe, expect, test } from 'vitest';
import { openRandom } from '../../random/index.ts';
import { pick } from './random.ts';
import { createWordStream, inventWord } from './word-stream.ts';

function draw(count: number, seed: number): string[] {
  const next = createWordStream(openRandom(seed));
  return Array.from({ length: count }, next);
}

describe('a stream of words', () => {
  test('is the same for the same seed and another for another', () => {
    expect(draw(200, 1)).toEqual(draw(200, 1));
    expect(draw(200, 1)).not.toEqual(draw(200, 2));
  });

  test('goes on finding new words, ever more rarely', () => {
    const words = draw(40_000, 1);
    const vocabulary = (count: number) => new Set(words.slice(0, count)).size;
    const growth = vocabulary(40_000) / vocabulary(10_000);
    // Heaps' law with exponent 0.7 gives 4^0.7 = 2.6; a closed list gives 1, all words new gives 4.
    expect(growth).toBeGreaterThan(2.2);
    expect(growth).toBeLessThan(3);
  });

  test('repeats a few words often', () => {
    const counts = Object.values(Object.groupBy(draw(10_000, 1), (word) => word)).map(
      (group) => group?.length ?? 0,
    );
    expect(Math.max(...counts)).toBeGreaterThan(200);
    expect(counts.filter((count) => count === 1).length).toBeGreaterThan(counts.length / 3);
  });
});

test('invented words differ and can be spoken', () => {
  const words = Array.from({ length: 20_000 }, (_, number) => inventWord(number));
  expect(new Set(words).size).toBe(words.length);
  for (const word of words) expect(word).toMatch(/^([b-df-hj-np-tv-z][aeiou]){3}[nsrk]?$/);
});

test('picking from nothing is a fault', () => {
  expect(() => pick([], openRandom(1))).toThrow(RangeError);
});
