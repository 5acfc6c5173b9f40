import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashFeature, openWeights, packWeights } from './urgent-weights.ts';

describe('openWeights', () => {
  test('gives back what was packed, and nothing for what was not', () => {
    const kept = new Map([
      [hashFeature('w curi'), 30],
      [hashFeature('w bagus'), -7],
    ]);
    const weightOf = openWeights({
      bias: 0,
      threshold: 0.5,
      step: 0.1,
      situations: {},
      ...packWeights(kept),
    });
    expect(weightOf('w curi')).toBeCloseTo(3);
    expect(weightOf('w bagus')).toBeCloseTo(-0.7);
    expect(weightOf('w lain')).toBe(0);
  });

  test('opens a file without features', () => {
    const weightOf = openWeights({ bias: 0, threshold: 0.5, step: 1, gaps: '', levels: '', situations: {} });
    expect(weightOf('w curi')).toBe(0);
  });
});

describe('hashFeature', () => {
  test('is a whole number below 2 to the 22nd for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const hash = hashFeature(name);
        expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 22).toBe(true);
      }),
    );
  });
});
