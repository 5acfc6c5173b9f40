import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAny, shareProbability } from '../../core/search/index.ts';
import { fitCalibration, type CalibrationExample } from './fit-calibration.ts';
import { estimateMean } from './interval.ts';
import {
  areaUnderRoc,
  calibrationError,
  calibrationErrorByChance,
  type Prediction,
} from './score-probabilities.ts';
import { scoreRanks } from './score-ranks.ts';

describe('scoreRanks', () => {
  it('counts the first, the first three, and the mean of 1 / rank', () => {
    const scores = scoreRanks([1, 2, 4, Infinity]);
    expect(scores).toMatchObject({ queries: 4, recallAt1: { value: 0.25 }, recallAt3: { value: 0.5 } });
    expect(scores.meanReciprocalRank.value).toBeCloseTo((1 + 0.5 + 0.25) / 4);
  });
});

describe('estimateMean', () => {
  it('gives the same interval each time, around the mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (values) => {
          const { value, low, high } = estimateMean(values);
          expect(estimateMean(values)).toEqual({ value, low, high });
          expect(low).toBeLessThanOrEqual(value + 1e-9);
          expect(high).toBeGreaterThanOrEqual(value - 1e-9);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is narrower for more values', () => {
    const width = (count: number) => {
      const { low, high } = estimateMean(Array.from({ length: count }, (_, index) => index % 2));
      return high - low;
    };
    expect(width(400)).toBeLessThan(width(20) / 2);
  });

  it('is about as wide as the normal approximation', () => {
    const { low, high } = estimateMean(Array.from({ length: 400 }, (_, index) => index % 2));
    expect(high - low).toBeCloseTo(2 * 1.96 * Math.sqrt(0.25 / 400), 1);
  });
});

const predict = (pairs: readonly (readonly [number, boolean])[]): Prediction[] =>
  pairs.map(([probability, isTrue]) => ({ probability, isTrue }));

describe('areaUnderRoc', () => {
  it.each([
    [
      1,
      [
        [0.9, true],
        [0.8, true],
        [0.2, false],
      ],
    ],
    [
      0,
      [
        [0.1, true],
        [0.8, false],
      ],
    ],
    [
      0.5,
      [
        [0.4, true],
        [0.4, false],
      ],
    ],
    [
      0.75,
      [
        [0.9, true],
        [0.5, false],
        [0.5, true],
        [0.1, false],
        [0.9, false],
      ],
    ],
  ] as const)('is %d', (area, pairs) => {
    expect(areaUnderRoc(predict(pairs))).toBeCloseTo(countPairs(pairs));
    if (area !== 0.75) expect(areaUnderRoc(predict(pairs))).toBe(area);
  });

  it('is no number when one kind is missing', () => {
    expect(areaUnderRoc(predict([[0.4, true]]))).toBeNaN();
  });
});

/** The definition itself: over all pairs of a true and a false case. */
function countPairs(pairs: readonly (readonly [number, boolean])[]): number {
  const wins = pairs
    .filter(([, isTrue]) => isTrue)
    .flatMap(([high]) =>
      pairs.filter(([, isTrue]) => !isTrue).map(([low]) => (high > low ? 1 : high === low ? 0.5 : 0)),
    );
  return wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
}

describe('calibrationError', () => {
  it('is 0 for shares that come true and 1 for certainty that never does', () => {
    expect(
      calibrationError(
        predict([
          [0.5, true],
          [0.5, false],
        ]),
      ),
    ).toBe(0);
    expect(
      calibrationError(
        predict([
          [1, false],
          [1, false],
        ]),
      ),
    ).toBe(1);
  });
});

describe('calibrationError of weighted predictions', () => {
  it('is that of as many predictions as the weight says', () => {
    const once = predict([
      [0.62, true],
      [0.15, false],
    ]);
    const [first, second] = once.map((item) => [item, item, item]);
    expect(calibrationError(once.map((item, at) => ({ ...item, weight: at === 0 ? 3 : 1 })))).toBeCloseTo(
      calibrationError([...(first ?? []), ...(second ?? []).slice(1, 2)]),
    );
  });
});

describe('calibrationErrorByChance', () => {
  const half = (count: number) => Array.from({ length: count }, () => ({ probability: 0.5, isTrue: true }));

  it('is the mean miss of so many fair coins, whatever came true', () => {
    // The mean distance of a binomial share from 1/2 is about sqrt(1 / (2 π n)).
    expect(calibrationErrorByChance(half(100))).toBeCloseTo(0.04, 2);
    expect(calibrationErrorByChance(half(1_600))).toBeCloseTo(0.01, 2);
  });

  it('is nothing for certainty', () => {
    expect(calibrationErrorByChance([{ probability: 1, isTrue: false }])).toBe(0);
  });
});

describe('fitCalibration', () => {
  const features = (coverage: number) => ({ coverage, strength: 0, lead: 0, known: 0, similarity: 0 });
  const examples = Array.from({ length: 200 }, (_, index): CalibrationExample => {
    const coverage = (index % 20) / 20;
    // The further covered, the more often answered, with exceptions on both sides.
    return { features: features(coverage), isAnswered: (index * 7) % 20 < coverage * 20, weight: 1 };
  });

  it('finds probabilities that rise with the feature and match the shares', () => {
    const calibration = fitCalibration(examples, '2026-11-25');
    const at = (coverage: number) => estimateAny(features(coverage), calibration);
    expect(calibration.fitted).toBe('2026-11-25');
    expect(at(0.1)).toBeLessThan(0.3);
    expect(at(0.9)).toBeGreaterThan(0.7);
    const predicted = examples.reduce((sum, example) => sum + estimateAny(example.features, calibration), 0);
    expect(predicted / 200).toBeCloseTo(examples.filter(({ isAnswered }) => isAnswered).length / 200, 1);
  });

  it('sharpens when the first hit is nearly always right, and not when it is as often wrong', () => {
    const withHits = (rightPlaces: readonly number[]) =>
      rightPlaces.map((rightPlace): CalibrationExample => {
        return { features: features(1), isAnswered: true, weight: 1, evidence: [1, 0.9], rightPlace };
      });
    const sure = fitCalibration(withHits([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), '');
    const unsure = fitCalibration(withHits([0, 1]), '');
    expect(shareProbability([1, 0.9], 1, sure)[0]).toBeCloseTo(0.9, 1);
    expect(unsure.sharpness).toBeLessThan(sure.sharpness);
  });
});
