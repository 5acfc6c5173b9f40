import { describe, expect, test } from 'vitest';
import { fakeHit, fakeResponse } from './fake-response.ts';
import { advanceList, EMPTY_LIST, type ResultList, type ResultListEvent } from './result-list.ts';

const typed = { kind: 'typed' } as const;
const pointed = { kind: 'pointed' } as const;
const next = { kind: 'moved', to: 'next' } as const;

function answered(query: string, ...ids: string[]): ResultListEvent {
  return { kind: 'answered', response: fakeResponse(query, ids) };
}

function after(...events: ResultListEvent[]): ResultList {
  return events.reduce(advanceList, EMPTY_LIST);
}

function ids({ options }: ResultList): string[] {
  return options.map(({ id }) => id);
}

describe('advanceList', () => {
  test('shows the answer to what was typed in place of the one before', () => {
    expect(ids(after(typed, answered('ot', 'a', 'b'), typed, answered('otp', 'b', 'c')))).toEqual(['b', 'c']);
  });

  test.each([
    ['pointed at', pointed],
    ['moved to by keyboard', next],
  ])('keeps every place once a row was %s, and adds new guides at the end', (_, touch) => {
    const list = after(typed, answered('ot', 'a', 'b'), typed, touch, answered('otp', 'c', 'b', 'd'));
    expect(ids(list)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('lets the list change again at the next keystroke', () => {
    const list = after(typed, answered('ot', 'a', 'b'), pointed, typed, answered('otp', 'c'));
    expect(ids(list)).toEqual(['c']);
  });

  test('only adds when a better answer to the same words arrives', () => {
    expect(ids(after(typed, answered('otp', 'a', 'b'), answered('otp', 'c', 'a')))).toEqual(['a', 'b', 'c']);
  });

  test('keeps what it said about scope while it is held', () => {
    const nearest: ResultListEvent = {
      kind: 'answered',
      response: { ...fakeResponse('otp', ['c']), outOfScope: true },
    };
    expect(after(answered('ot', 'a'), pointed, nearest).outOfScope).toBe(false);
    expect(after(answered('ot', 'a'), typed, nearest).outOfScope).toBe(true);
  });

  test('keeps the chosen row chosen when more arrive, "see all" included', () => {
    const onB = after(answered('ot', 'a', 'b'), next, next, answered('otp', 'c'));
    expect(onB.options[onB.active]?.id).toBe('b');
    const onAll = after(answered('ot', 'a'), next, next, answered('otp', 'c'));
    expect(onAll.active).toBe(onAll.options.length);
  });

  test('shows a first answer even when the pointer already rests on the empty list', () => {
    expect(ids(after(pointed, answered('otp', 'a')))).toEqual(['a']);
  });

  test('never grows beyond twelve options', () => {
    const many = Array.from({ length: 30 }, (_, index) => `guide-${index}`);
    expect(ids(after(answered('ot', 'a', 'b'), pointed, answered('otp', ...many)))).toHaveLength(12);
  });

  test.each([
    ['next', -1, 0],
    ['next', 2, 0],
    ['previous', -1, 2],
    ['previous', 0, 2],
    ['first', 2, 0],
    ['last', -1, 2],
  ] as const)('moves %s from row %i to row %i of two options and "see all"', (to, from, expected) => {
    const list: ResultList = { ...EMPTY_LIST, options: [fakeHit('a'), fakeHit('b')], active: from };
    expect(advanceList(list, { kind: 'moved', to }).active).toBe(expected);
  });

  test.each([
    ['typing', typed],
    ['going back to the words', { kind: 'released' }],
  ] as const)('chooses nothing after %s', (_, event) => {
    expect(after(answered('ot', 'a'), next, event).active).toBe(-1);
  });
});
