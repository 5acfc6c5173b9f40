import { expect, test } from 'vitest';
import { FAKE_LADDERS } from '../../core/ladder/fake-ladder.ts';
import { calendarDays } from './calendar-days.ts';
import { FAKE_LADDER_WORDS } from './fake-ladder-data.ts';

const [pending] = FAKE_LADDERS;
const days = (complained: string, lang: 'id' | 'en' = 'id') =>
  pending ? calendarDays(pending, complained, FAKE_LADDER_WORDS, lang) : [];

test('remembers each day with what was due, from when it was counted, who is next, and the source', () => {
  expect(days('2026-11-25')).toEqual([
    {
      uid: 'pending-operator-spoken-2026-11-25@pandu',
      date: '2026-12-02',
      title: '«operator id spoken id»',
      text: [
        '«Rabu, 25 November 2026 «5 «working-days» «complaint»»»',
        '«next regulator id»',
        '«source»: https://example.org/rule',
      ].join('\n'),
    },
    expect.objectContaining({ date: '2026-12-09' }),
  ]);
});

test('speaks the language of the reader', () => {
  expect(days('2026-11-25', 'en')[0]?.text).toContain('Wednesday');
});

test('has nothing to remember without a date', () => {
  expect(days('')).toEqual([]);
});
