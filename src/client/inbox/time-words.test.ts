import { describe, expect, test } from 'vitest';
import { deadlineOf, spanWords } from './time-words.ts';

const HOUR = 3_600_000;
const now = Date.parse('2026-01-05T03:00:00Z');
const at = (ms: number) => new Date(now + ms).toISOString();

describe('a span of time', () => {
  test.each([
    [0, 'id', ''],
    [59_000, 'en', ''],
    [60_000, 'en', '1 minute'],
    [-2.9 * HOUR, 'id', '2 jam'],
    [49 * HOUR, 'en', '2 days'],
    [49 * HOUR, 'id', '2 hari'],
  ] as const)('of %d ms is in %s "%s"', (ms, lang, expected) => {
    expect(spanWords(ms, lang)).toBe(expected);
  });
});

describe('the deadline of a ticket', () => {
  const due = { firstReplyDue: at(HOUR), solveDue: at(8 * HOUR) };
  test('is the first answer, then the end', () => {
    expect(deadlineOf({ status: 'new', ...due }, now)).toMatchObject({ kind: 'answer', leftMs: HOUR });
    expect(deadlineOf({ status: 'open', solveDue: due.solveDue }, now)).toMatchObject({ kind: 'end' });
  });

  test('is over once it has passed', () => {
    expect(deadlineOf({ status: 'new', firstReplyDue: at(-HOUR) }, now)?.leftMs).toBe(-HOUR);
  });

  test.each(['solved', 'held'] as const)('is none for one that is %s, nor without a date', (status) => {
    expect(deadlineOf({ status, ...due }, now)).toBeUndefined();
    expect(deadlineOf({ status: 'waiting' }, now)).toBeUndefined();
  });
});
