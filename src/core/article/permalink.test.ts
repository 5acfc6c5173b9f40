import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permalinkCode } from './permalink.ts';

// Worked out apart from this code: a change here breaks every short link that was ever sent.
test.each([
  ['banking/otp-not-received', 'fcbhh9m'],
  ['e-commerce/otp-not-received', 'cknxnc9'],
  ['banking/parcel-late', 'cqw8kjf'],
  ['', 'jvm5x8m'],
])('gives "%s" the code %s for ever', (id, code) => {
  expect(permalinkCode(id)).toBe(code);
});

test('gives seven letters or digits that read aloud well, for any id', () => {
  fc.assert(
    fc.property(fc.string(), (id) => {
      expect(permalinkCode(id)).toMatch(/^[2-9bcdfghjkmnpqrstvwxz]{7}$/);
    }),
  );
});

test('gives ten thousand ids ten thousand codes', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `banking/problem-${index}`);
  expect(new Set(ids.map(permalinkCode)).size).toBe(ids.length);
});
