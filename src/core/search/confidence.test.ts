import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAny, shareProbability, weighEvidence } from './confidence.ts';
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
          const shares = shareProbability(weighEvidence(scores, name, 5), any, DEFAULT_CALIBRATION[name]);
          expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(any);
          for (const [place, value] of shares.entries())
            expect(value).toBeLessThanOrEqual(shares[place - 1] ?? 1);
        },
      ),
    );
  });

  it('gives none for no hits', () => {
    expect(shareProbability([], 0.8, DEFAULT_CALIBRATION.lexical)).toEqual([]);
  });
});

describe('weighEvidence', () => {
  it('does not depend on the scale of what words alone score, but on that of blended scores', () => {
    expect(weighEvidence([2, 1], 'lexical', 4)).toEqual(weighEvidence([20, 10], 'lexical', 4));
    expect(weighEvidence([0.6, 0.5], 'fused', 4)).not.toEqual(weighEvidence([0.3, 0.25], 'fused', 4));
  });

  it('leaves near hits of a short question nearer than those of a long one', () => {
    const first = (wordCount: number, name: 'lexical' | 'fused') =>
      shareProbability(weighEvidence([0.63, 0.58], name, wordCount), 1, DEFAULT_CALIBRATION[name])[0] ?? 0;
    for (const name of ['lexical', 'fused'] as const) {
      expect(first(1, name)).toBeGreaterThan(0.5);
      expect(first(1, name)).toBeLessThan(first(4, name));
      expect(first(4, name)).toBeLessThan(first(16, name));
    }
  });
});
