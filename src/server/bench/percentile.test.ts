import { describe, expect, test } from 'vitest';
import { percentile, spreadOf } from './percentile.ts';

describe('percentile', () => {
  test.each([
    [[5], 0.99, 5],
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[10, 0], 0.25, 2.5],
    [[1, 2, 3], 0, 1],
    [[1, 2, 3], 1, 3],
  ])('of %j at %d is %d', (samples, share, expected) => {
    expect(percentile(samples, share)).toBeCloseTo(expected, 10);
  });

  test('at 0.99 of 0…100 is 99, whatever the order', () => {
    const samples = Array.from({ length: 101 }, (_, number) => (number * 37) % 101);
    expect(percentile(samples, 0.99)).toBeCloseTo(99, 10);
  });

  test('of nothing is not a number', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });

  test('leaves its samples as they were', () => {
    const samples = [3, 1, 2];
    spreadOf(samples);
    expect(samples).toEqual([3, 1, 2]);
  });
});

test('a spread is the middle between the smallest and the largest', () => {
  expect(spreadOf([7, 1, 4])).toEqual({ median: 4, min: 1, max: 7 });
});
