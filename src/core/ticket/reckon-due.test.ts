import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskPolicy } from './desk-policy.ts';
import { findUndecidedYears } from './desk-rules.ts';
import { FAKE_POLICY, FAKE_RULES } from './fake-desk-rules.ts';
import { businessTimeOf, morePressing, priorityFor, reckonDue, type PriorityFacts } from './reckon-due.ts';
import type { Priority } from './terms.ts';

const { holidays } = FAKE_RULES;
const wib = (text: string) => new Date(`${text}:00+07:00`);

describe('a priority', () => {
  test.each<[Priority, PriorityFacts]>([
    ['urgent', { channel: 'mail', escalate: 'immediately', risk: 'money' }],
    ['high', { channel: 'api', escalate: 'if-unresolved', risk: 'security' }],
    ['low', { channel: 'mail' }],
    ['normal', { channel: 'contact' }],
    ['normal', { channel: 'contact', risk: 'money', escalate: 'if-unresolved' }],
  ])('is %s for %j', (priority, facts) => {
    expect(priorityFor(FAKE_POLICY, facts)).toBe(priority);
  });

  test('is the more pressing of two', () => {
    expect(morePressing('normal', 'high')).toBe('high');
    expect(morePressing('urgent', 'high')).toBe('urgent');
  });
});

describe('deadlines', () => {
  test.each<[string, string, Priority, string, string]>([
    ['within a morning', '2026-11-25T08:00', 'high', '2026-11-25T09:00', '2026-11-25T17:00'],
    ['over the midday break', '2026-11-25T11:30', 'high', '2026-11-25T13:30', '2026-11-26T11:30'],
    ['from the evening on', '2026-11-25T20:00', 'high', '2026-11-26T09:00', '2026-11-26T17:00'],
    ['over a weekend', '2026-11-27T16:30', 'high', '2026-11-30T08:30', '2026-11-30T16:30'],
    ['over holidays and a weekend', '2026-12-23T16:30', 'high', '2026-12-28T08:30', '2026-12-28T16:30'],
    ['at night, round the clock', '2026-12-24T23:50', 'urgent', '2026-12-25T00:20', '2026-12-25T03:50'],
    ['at the minute of closing', '2026-11-25T17:00', 'high', '2026-11-26T09:00', '2026-11-26T17:00'],
    ['into a year without holidays', '2026-12-31T16:00', 'high', '2026-12-31T17:00', '2027-01-01T16:00'],
  ])('%s', (_, from, priority, firstReply, solve) => {
    expect(reckonDue(FAKE_POLICY, holidays, priority, wib(from))).toEqual({
      firstReply: wib(firstReply),
      solve: wib(solve),
    });
  });

  test('count collective leave where the desk is open then', () => {
    const open: DeskPolicy = { ...FAKE_POLICY, collectiveLeave: 'open' };
    const { firstReply } = reckonDue(open, holidays, 'high', wib('2026-12-23T16:30'));
    expect(firstReply).toEqual(wib('2026-12-24T08:30'));
  });

  test('follow the time zone of the desk', () => {
    const east: DeskPolicy = { ...FAKE_POLICY, utcOffset: '+09:00' };
    const west: DeskPolicy = { ...FAKE_POLICY, utcOffset: '-03:30' };
    const from = new Date('2026-11-25T00:00:00Z');
    expect(reckonDue(east, holidays, 'high', from).firstReply).toEqual(new Date('2026-11-25T01:00:00Z'));
    expect(reckonDue(west, holidays, 'high', from).firstReply).toEqual(new Date('2026-11-25T12:30:00Z'));
  });
});

describe('business time', () => {
  const time = businessTimeOf(FAKE_POLICY, holidays, 'high');
  const moment = fc
    .integer({
      min: Date.parse('2026-11-01T00:00:00Z') / 1000,
      max: Date.parse('2027-02-01T00:00:00Z') / 1000,
    })
    .map((seconds) => new Date(seconds * 1000));
  const length = fc.integer({ min: 1, max: 100 * 3600 }).map((seconds) => seconds * 1000);

  test('never ends in a closed hour, and counts what was asked for', () => {
    fc.assert(
      fc.property(moment, length, (from, ms) => {
        const end = time.add(from, ms);
        expect(isOpen(end)).toBe(true);
        expect(time.between(from, end)).toBe(ms);
      }),
    );
  });

  test('goes the same way back', () => {
    fc.assert(
      fc.property(moment, length, (until, ms) => {
        const start = time.subtract(until, ms);
        expect(isOpen(start)).toBe(true);
        expect(time.between(start, until)).toBe(ms);
      }),
    );
  });

  test('never runs backwards: what comes later, or takes longer, ends no earlier', () => {
    fc.assert(
      fc.property(moment, moment, length, length, (one, other, ms, more) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(time.add(early, ms).getTime()).toBeLessThanOrEqual(time.add(late, ms).getTime());
        expect(time.add(early, ms).getTime()).toBeLessThan(time.add(early, ms + more).getTime());
        expect(time.between(late, early)).toBe(0);
      }),
    );
  });

  test('adds nothing to a moment, open or not', () => {
    const night = wib('2026-11-25T23:00');
    expect(time.add(night, 0)).toEqual(night);
    expect(time.subtract(night, 0)).toEqual(night);
  });

  /** Within the hours, their ends included; told in another way than by the code under test. */
  function isOpen(when: Date): boolean {
    const [date = '', clock = ''] = new Date(when.getTime() + 7 * 3_600_000).toISOString().split('T');
    const weekday = new Date(date).getUTCDay();
    const isHoliday = date === '2026-12-24' || date === '2026-12-25';
    const isOffice =
      (clock >= '08:00' && clock <= '12:00:00.000Z') || (clock >= '13:00' && clock <= '17:00:00.000Z');
    return weekday !== 0 && weekday !== 6 && !isHoliday && isOffice;
  }
});

test.each([
  ['2026-06-01', []],
  ['2026-11-25', [2027]],
  ['2027-12-25', [2027, 2028]],
  ['2025-12-01', [2025]],
])('on %s the years %j are not decided', (today, years) => {
  expect(findUndecidedYears(holidays, new Date(today))).toEqual(years);
});
