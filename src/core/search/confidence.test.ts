import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAny, shareProbability } from './confidence.ts';
import { DEFAULT_CALIBRATION } from './default-calibration.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const features = fc.record({
  coverage: share,
  strength: share,
  lead: share,
  known: share,
  similarity: share,
});
const mode = fc.constantFrom('lexical' as const, 'fused' as const);

describe('the calibration that ships', () => {
  it('is dated where it was fitted, and surer the more of the question is covered', () => {
    expect(DEFAULT_CALIBRATION.lexical.fitted).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    fc.assert(
      fc.property(features, mode, (low, name) => {
        const high = { ...low, coverage: low.coverage + 0.1 };
        expect(estimateAny(high, DEFAULT_CALIBRATION[name])).toBeGreaterThan(
          estimateAny(low, DEFAULT_CALIBRATION[name]),
        );
      }),
    );
  });
});

describe('shareProbability', () => {
  it('shares out all of it, more to better hits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 }),
        share,
        mode,
        (given, any, name) => {
          const scores = given.sort((a, b) => b - a);
          const shares = shareProbability(scores, any, DEFAULT_CALIBRATION[name]);
          expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(any);
          for (const [place, value] of shares.entries())
            expect(value).toBeLessThanOrEqual(shares[place - 1] ?? 1);
        },
      ),
    );
  });

  it('does not depend on the scale of scores, and gives none for no hits', () => {
    const calibration = DEFAULT_CALIBRATION.lexical;
    const [first = 0] = shareProbability([2, 1], 0.8, calibration);
    expect(first).toBeCloseTo(shareProbability([20, 10], 0.8, calibration)[0] ?? 0);
    expect(shareProbability([], 0.8, calibration)).toEqual([]);
  });
});
