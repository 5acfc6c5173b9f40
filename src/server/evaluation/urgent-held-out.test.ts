import { describe, expect, test } from 'vitest';
import { chooseThreshold, type LearningExample } from './urgent-held-out.ts';

const example = (urgent: boolean): LearningExample => ({
  q: 'halo',
  lang: 'id',
  urgent,
  style: 'casual',
  share: 1,
  isValidation: false,
  features: [],
});

describe('chooseThreshold', () => {
  const judge = (calm: readonly number[]) =>
    new Map([
      [example(true), { probability: 0.9 }] as const,
      ...calm.map((probability) => [example(false), { probability }] as const),
    ]);

  test('lies just above the calm messages that may not alarm', () => {
    expect(chooseThreshold(judge([0.1, 0.3, 0.42]))).toBe(0.43);
  });

  test('lets a few of many alarm', () => {
    const calm = Array.from({ length: 50 }, (_, at) => (at < 2 ? 0.95 : 0.2));
    expect(chooseThreshold(judge(calm))).toBe(0.21);
  });

  test('alarms for nothing where every calm message looks urgent', () => {
    expect(chooseThreshold(judge([1, 1]))).toBe(1);
  });
});
