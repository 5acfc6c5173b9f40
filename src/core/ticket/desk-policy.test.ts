import { describe, expect, test } from 'vitest';
import { DeskPolicyError, readDeskPolicy } from './desk-policy.ts';
import { FAKE_POLICY, FAKE_RULES } from './fake-desk-rules.ts';
import { HolidaysError, readHolidays } from './holidays.ts';

const FILE = 'content/policy/desk.yaml';
const { targets, hours } = FAKE_POLICY;

describe('readDeskPolicy', () => {
  test('gives what is well formed, with business hours where no clock is named', () => {
    expect(readDeskPolicy(FAKE_POLICY, FILE)).toEqual(FAKE_POLICY);
    const short = { ...FAKE_POLICY, targets: { ...targets, low: { firstReply: 1, solve: 2 } } };
    expect(readDeskPolicy(short, FILE).targets.low.clock).toBe('business');
  });

  test.each([
    ['no hours', { hours: {} }, 'hours: the desk is never open'],
    [
      'a day that ends before it begins',
      { hours: { monday: [{ from: '17:00', to: '08:00' }] } },
      'hours.monday.0',
    ],
    [
      'spans that overlap',
      {
        hours: {
          monday: [
            { from: '08:00', to: '12:00' },
            { from: '11:00', to: '17:00' },
          ],
        },
      },
      'hours.monday.1: begins before',
    ],
    [
      'a time as YAML reads it without quotes',
      { hours: { ...hours, monday: [{ from: 480, to: 1020 }] } },
      'hours.monday.0.from',
    ],
    [
      'a time that does not exist',
      { hours: { monday: [{ from: '08:00', to: '25:00' }] } },
      'write a time like "08:00"',
    ],
    ['a day in another language', { hours: { ...hours, senin: [] } }, 'hours'],
    ['a time zone by name', { utcOffset: 'WIB' }, 'utcOffset: write a difference'],
    [
      'half a minute',
      { targets: { ...targets, high: { firstReply: 0.5, solve: 2 } } },
      'targets.high.firstReply',
    ],
    [
      'an end before the first reply',
      { targets: { ...targets, high: { firstReply: 9, solve: 2 } } },
      'make "solve" longer',
    ],
    ['a priority without a target', { targets: { high: targets.high } }, 'targets.urgent'],
    [
      'no rule for everybody',
      { priorities: [{ priority: 'high', when: { risk: ['money'] } }] },
      'priority: normal',
    ],
    [
      'a rule that hides those below',
      { priorities: [{ priority: 'low' }, { priority: 'high' }] },
      'priorities.0: holds for everybody',
    ],
    [
      'an unknown risk',
      { priorities: [{ priority: 'high', when: { risk: ['fire'] } }, { priority: 'low' }] },
      'priorities.0.when.risk.0',
    ],
    ['a share above one', { warnWhenLeft: 25 }, 'warnWhenLeft'],
    ['an unknown key', { open: true }, 'open'],
  ])('names %s', (_, change, message) => {
    const read = () => readDeskPolicy({ ...FAKE_POLICY, ...change }, FILE);
    expect(read).toThrow(DeskPolicyError);
    expect(read).toThrow(message);
    expect(read).toThrow(FILE);
  });

  test.each([[null], ['text'], [[]]])('refuses %j', (parsed) => {
    expect(() => readDeskPolicy(parsed, FILE)).toThrow(/is no policy of a desk:\n {2}the file: /);
  });
});

describe('readHolidays', () => {
  const [year] = FAKE_RULES.holidays;
  const [day] = year?.days ?? [];
  const file = (change: object) => ({ years: [{ ...year, ...change }] });

  test('gives what is well formed', () => {
    expect(readHolidays({ years: FAKE_RULES.holidays }, 'holidays.yaml')).toEqual(FAKE_RULES.holidays);
  });

  test.each([
    ['a year that stands twice', { years: [year, year] }, '2026 stands twice'],
    [
      'a day of another year',
      file({ days: [{ ...day, date: '2025-12-25' }] }),
      '2025-12-25 is in another year',
    ],
    ['a day that stands twice', file({ days: [day, day] }), '2026-12-24 stands twice'],
    ['a day that does not exist', file({ days: [{ ...day, date: '2026-02-30' }] }), 'write a day like'],
    ['a year without a source', file({ sources: [] }), 'name where the days were read'],
    ['an unknown kind', file({ days: [{ ...day, kind: 'cuti' }] }), 'write national or collective-leave'],
    ['what is no list', null, 'the file: '],
  ])('names %s', (_, parsed, message) => {
    const read = () => readHolidays(parsed, 'content/policy/holidays.yaml');
    expect(read).toThrow(HolidaysError);
    expect(read).toThrow(message);
    expect(read).toThrow('content/policy/holidays.yaml');
  });
});
