import { describe, expect, test } from 'vitest';
import type { DeskList } from '../../core/ticket/browser.ts';
import { fakeTicket } from './fake-desk-api.ts';
import { advanceList, emptyList, rowAt, type ListEvent, type ListState } from './list-state.ts';

const counts = { mine: 0, unassigned: 2, waiting: 0, all: 2, late: 0, solved: 0, held: 0 };
function page(ids: string, next?: string): DeskList {
  const tickets = Array.from(ids, (id) => fakeTicket({ id }));
  return { tickets, counts, ...(next !== undefined && { next }) };
}
function after(...events: ListEvent[]): ListState {
  return events.reduce(advanceList, emptyList('unassigned'));
}
const ids = ({ tickets }: ListState) => tickets.map(({ id }) => id).join('');
const came = (list: string, next?: string): ListEvent => ({ kind: 'list-came', page: page(list, next) });
const refreshed = (list: string, next?: string): ListEvent => ({
  kind: 'list-refreshed',
  page: page(list, next),
});

describe('the list of tickets', () => {
  test('moves no row when something new comes, and shows it when asked', () => {
    const list = after(came('ab'), refreshed('acb'));
    expect(ids(list)).toBe('ab');
    expect(list.waiting.map(({ id }) => id)).toEqual(['c']);
    const shown = advanceList(list, { kind: 'waiting-shown' });
    expect(ids(shown)).toBe('acb');
    expect(shown.waiting).toEqual([]);
  });

  test('shows what is new at once where there was nothing', () => {
    expect(ids(after(came(''), refreshed('a')))).toBe('a');
  });

  test('keeps a row that has left its view where it was, and says so', () => {
    const list = after(came('ab'), refreshed('b'));
    expect(ids(list)).toBe('ab');
    expect(list.left).toEqual(['a']);
    expect(ids(advanceList(list, { kind: 'waiting-shown' }))).toBe('b');
    expect(advanceList(list, refreshed('ab')).left).toEqual([]);
  });

  test('does not take a row for gone that only went below the first page', () => {
    expect(after(came('ab', 'n1'), refreshed('b', 'n1')).left).toEqual([]);
  });

  test('goes on with the next page, each ticket once', () => {
    const list = after(came('ab', 'n1'), { kind: 'more-asked' }, { kind: 'more-came', page: page('bc') });
    expect(ids(list)).toBe('abc');
    expect([list.next, list.isLoading]).toEqual([undefined, false]);
  });

  test('keeps what waits when more is shown', () => {
    const list = after(came('a', 'n1'), refreshed('ca', 'n1'), { kind: 'more-came', page: page('b') });
    expect(list.waiting).toHaveLength(1);
  });

  test('leaves what stands further down below what is new', () => {
    const list = after(came('abz', 'n1'), refreshed('cab', 'n1'), { kind: 'waiting-shown' });
    expect(ids(list)).toBe('cabz');
  });

  test('begins anew for another view, with the counts that are known', () => {
    const list = after(came('ab'), { kind: 'list-asked', view: 'late', text: '' });
    expect(list).toMatchObject({ view: 'late', tickets: [], isLoading: true, counts });
  });

  test('changes a row where it stands, but never back to an older version', () => {
    const change = (version: number): ListEvent => ({
      kind: 'ticket-changed',
      ticket: fakeTicket({ id: 'b', version, subject: `v${version}` }),
    });
    const list = after(came('ab'), change(3), change(2));
    expect(list.tickets.map(({ subject }) => subject)).toEqual(['Kode OTP tidak masuk', 'v3']);
  });

  test('keeps its rows when the next ones cannot be had', () => {
    const list = after(came('a', 'n1'), { kind: 'more-asked' }, { kind: 'list-failed' });
    expect([ids(list), list.next, list.hasFailed, list.isLoading]).toEqual(['a', 'n1', true, false]);
  });

  test.each([
    [undefined, 1, 'a'],
    ['a', 1, 'b'],
    ['b', 1, 'b'],
    ['b', -1, 'a'],
    ['a', -1, 'a'],
    ['gone', -1, 'a'],
  ] as const)('leads from row %s by %d to %s', (chosen, by, expected) => {
    const list = after(came('ab'));
    expect(rowAt(chosen === undefined ? list : { ...list, chosen }, by)).toBe(expected);
  });

  test('leads nowhere without rows', () => {
    expect(rowAt(after(came('')), 1)).toBeUndefined();
  });
});
