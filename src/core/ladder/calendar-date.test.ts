import { describe, expect, test } from 'vitest';
import { addDays, addWorkingDays, dateAt, readDate } from './calendar-date.ts';

// 2026-11-25 is a Wednesday.
test.each([
  ['from the middle of a week', '2026-11-25', 1, '2026-11-26'],
  ['over a weekend', '2026-11-25', 3, '2026-11-30'],
  ['from a Friday', '2026-11-27', 1, '2026-11-30'],
  ['from a Saturday, as from the Friday before', '2026-11-28', 1, '2026-11-30'],
  ['from a Sunday, as from the Friday before', '2026-11-29', 5, '2026-12-04'],
  ['two weeks', '2026-11-25', 10, '2026-12-09'],
  ['over the end of a year', '2026-12-30', 5, '2027-01-06'],
  ['over the leap day', '2028-02-28', 2, '2028-03-01'],
  ['none', '2026-11-25', 0, '2026-11-25'],
])('counts working days %s', (_, from, days, to) => {
  expect(addWorkingDays(from, days)).toBe(to);
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-02-28', 3, '2026-03-03'],
  ['2026-11-28', 2, '2026-11-30'],
])('counts all days: %s and %i', (from, days, to) => {
  expect(addDays(from, days)).toBe(to);
});

describe('readDate', () => {
  test('takes a day of the calendar', () => {
    expect(readDate('2028-02-29')).toBe('2028-02-29');
  });

  test.each([
    '',
    '2026-02-30',
    '2027-02-29',
    '2026-13-01',
    '25-11-2026',
    '2026-1-5',
    '0000-00-00',
    'kemarin',
  ])('refuses %j', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});

test.each([
  ['2026-11-25T16:59:59Z', '2026-11-25'],
  ['2026-11-25T17:00:00Z', '2026-11-26'],
])('%s is %s in Jakarta', (moment, date) => {
  expect(dateAt(new Date(moment), 'Asia/Jakarta')).toBe(date);
});
