import { expect, test } from 'vitest';
import { summarise } from './latency.ts';

test('one slow repeat moves the 99th percentile, but not that of the medians', () => {
  const steady = Array.from({ length: 50 }, () => [1, 1, 1]);
  expect(summarise([...steady, [1, 100, 1]])).toMatchObject({ p50Ms: 1, p99OfMediansMs: 1 });
  expect(summarise([[1, 100, 1]]).p99Ms).toBeGreaterThan(90);
});

test('a query that is always slow moves both', () => {
  expect(
    summarise([
      [1, 1, 1],
      [50, 50, 50],
    ]).p99OfMediansMs,
  ).toBeGreaterThan(49);
});
