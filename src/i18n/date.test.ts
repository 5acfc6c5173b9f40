import { expect, test } from 'vitest';
import { addDays, formatDate } from './date.ts';

test.each([
  ['id', 'long', '24 November 2026'],
  ['en', 'long', '24 November 2026'],
  ['id', 'medium', '24 Nov 2026'],
  ['en', 'medium', '24 Nov 2026'],
] as const)('writes a date in %s, %s', (lang, length, expected) => {
  expect(formatDate('2026-11-24', lang, length)).toBe(expected);
});

test('adds days across a month, a year and a leap day', () => {
  expect(addDays('2026-11-24', 180)).toBe('2027-05-23');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
});
