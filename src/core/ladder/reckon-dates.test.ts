import { expect, test } from 'vitest';
import { FAKE_LADDERS } from './fake-ladder.ts';
import { findLadder } from './find-ladder.ts';
import type { Ladder, Limit } from './ladder.ts';
import { reckonDates } from './reckon-dates.ts';

const [pending] = FAKE_LADDERS;

function withLimit(limit: Limit): Ladder {
  const [rung] = pending?.rungs ?? [];
  const [deadline] = rung?.deadlines ?? [];
  if (!pending || !rung || !deadline) throw new Error('The fake ladder has no deadline.');
  return { ...pending, rungs: [{ ...rung, deadlines: [{ ...deadline, limit }] }] };
}

test('gives the last day for each answer, extended ones too, and leaves out what runs from another day', () => {
  const dates = pending ? reckonDates(pending, '2026-11-25') : [];
  expect(dates.map(({ rung, key, due, latest }) => ({ rung, key, due, latest }))).toEqual([
    { rung: 'operator', key: 'spoken', due: '2026-12-02', latest: undefined },
    { rung: 'operator', key: 'written', due: '2026-12-09', latest: '2026-12-23' },
  ]);
});

test.each([
  [{ amount: 5, unit: 'working-days' }, '2026-12-02'],
  [{ amount: 5, unit: 'calendar-days' }, '2026-11-30'],
  [{ amount: 48, unit: 'hours' }, '2026-11-27'],
  [{ amount: 49, unit: 'hours' }, '2026-11-28'],
] as const)('a limit of %j ends on %s', (limit, due) => {
  expect(reckonDates(withLimit(limit), '2026-11-25')[0]?.due).toBe(due);
});

test.each(['', '2026-02-30', 'besok'])('%j gives no dates', (complained) => {
  expect(pending && reckonDates(pending, complained)).toEqual([]);
});

test.each([
  ['a problem', { problem: 'banking/pending' }, 'pending'],
  ['a service in its sector', { sector: 'banking', service: 'contoh' }, 'pending'],
  ['another problem of the sector', { problem: 'banking/other' }, 'banking'],
  [
    'the sector of the problem, whatever page they came from',
    { problem: 'education/x', sector: 'banking' },
    'education',
  ],
  ['a service in another sector', { sector: 'government', service: 'contoh' }, 'government'],
  ['nothing', {}, undefined],
  ['a service without a sector', { service: 'contoh' }, undefined],
] as const)('%s finds its ladder', (_, complaint, key) => {
  expect(findLadder(FAKE_LADDERS, complaint)?.key).toBe(key);
});
