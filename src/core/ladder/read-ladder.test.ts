import { describe, expect, test } from 'vitest';
import { FAKE_KNOWN, FAKE_LADDERS, WRITTEN_LADDERS } from './fake-ladder.ts';
import { LadderError, readLadders } from './read-ladder.ts';

const FILE = 'content/policy/ladder.yaml';
const [PENDING, ...OTHERS] = WRITTEN_LADDERS.ladders;
const [OPERATOR, REGULATOR] = PENDING?.rungs ?? [];
const [SPOKEN] = OPERATOR?.deadlines ?? [];

const withRungs = (...rungs: unknown[]) => ({ ladders: [{ ...PENDING, rungs }, ...OTHERS] });
const withDeadline = (change: object) =>
  withRungs({ ...OPERATOR, deadlines: [{ ...SPOKEN, ...change }] }, REGULATOR);

describe('readLadders', () => {
  test('puts the sources into the ladders', () => {
    const [operator] = FAKE_LADDERS[0]?.rungs ?? [];
    expect(operator?.source?.url).toBe('https://example.org/rule');
    expect(operator?.deadlines[1]?.source).toMatchObject({ strength: 'O', checked: '2026-11-24' });
  });

  test.each([
    ['what is no object', null, 'the file: '],
    ['a sector without a ladder', { ladders: OTHERS.slice(1) }, 'nobody answers for all of banking'],
    ['a ladder that stands twice', { ladders: [PENDING, PENDING, ...OTHERS] }, '"pending" stands twice'],
    ['a regulator before the operator', withRungs(REGULATOR, OPERATOR), 'put the operator first'],
    ['a rung that stands twice', withRungs(OPERATOR, OPERATOR), '"operator" stands twice'],
    [
      'a rung that says nothing of deadlines',
      withRungs({ ...OPERATOR, deadlines: undefined }),
      'or [] where no source',
    ],
    ['a deadline without a source', withDeadline({ source: undefined }), 'deadlines.0.source'],
    [
      'a source that is not there',
      withDeadline({ source: 'gone' }),
      'no source "gone"; write one of content/source',
    ],
    [
      'an unknown unit',
      withDeadline({ limit: { amount: 5, unit: 'weeks' } }),
      'working-days, calendar-days, hours',
    ],
    ['half a day', withDeadline({ limit: { amount: 0.5, unit: 'hours' } }), 'limit.amount: '],
    ['an unknown event', withDeadline({ from: 'someday' }), 'complaint, documents, report, breach'],
    ['a text in one language', withDeadline({ what: { id: 'lisan' } }), 'what.en'],
    ['a number typed in', withRungs({ ...OPERATOR, phone: '0800-0000' }), 'phone'],
    [
      'a regulator without a source',
      withRungs(OPERATOR, { ...REGULATOR, source: undefined }),
      'pending.regulator.source',
    ],
    [
      'a regulator whom nobody can reach',
      withRungs(OPERATOR, { ...REGULATOR, services: [] }),
      'pending.regulator.services',
    ],
    ['a service that is not there', withRungs({ ...OPERATOR, services: ['gone'] }), 'no service "gone"'],
    [
      'a problem that is not there',
      { ladders: [{ ...PENDING, for: [{ problems: ['banking/gone'] }] }, ...OTHERS] },
      'no problem "banking/gone"; write one of content/catalogue',
    ],
    ['a ladder for everybody', { ladders: [{ ...PENDING, for: [{}] }, ...OTHERS] }, 'would fit everybody'],
  ])('names %s', (_, parsed, message) => {
    const read = () => readLadders(parsed, FILE, FAKE_KNOWN);
    expect(read).toThrow(LadderError);
    expect(read).toThrow(message);
    expect(read).toThrow(FILE);
  });
});
