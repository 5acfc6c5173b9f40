import { describe, expect, test } from 'vitest';
import { advanceDesk, deskRows, EMPTY_DESK, type Desk, type DeskEvent, type DeskGuide } from './desk.ts';

function guide(id: string): DeskGuide {
  return { id, lang: 'id', title: id, url: `/${id}/`, sector: 'banking' };
}
const [a, b, c] = [guide('a'), guide('b'), guide('c')];
const steps = [
  { key: 'one', action: 'Satu.', detail: '' },
  { key: 'two', action: 'Dua.', detail: '' },
];
const down = { kind: 'moved', by: 1 } as const;
const up = { kind: 'moved', by: -1 } as const;
const openA: DeskEvent = { kind: 'opened', guide: a, steps };

function listed(...guides: DeskGuide[]): DeskEvent {
  return { kind: 'listed', guides };
}

function after(...events: DeskEvent[]): Desk {
  return events.reduce(advanceDesk, EMPTY_DESK);
}

/** The list as text: rows, the chosen one with a star. */
function show(desk: Desk): string {
  return deskRows(desk)
    .map(
      (row, index) =>
        (row.kind === 'guide' ? row.guide.id : `${row.guide.id}${row.number}`) +
        (index === desk.active ? '*' : ''),
    )
    .join(' ');
}

describe('advanceDesk', () => {
  test.each<[string, DeskEvent[], string]>([
    ['chooses the first guide as soon as there is one', [listed(a, b)], 'a* b'],
    ['has nothing to choose without guides', [listed()], ''],
    ['moves down and stays at the end', [listed(a, b), down, down, down], 'a b*'],
    ['moves up and stays at the start', [listed(a, b), down, up, up], 'a* b'],
    ['opens a guide on its first step', [listed(a, b), openA], 'a a1* a2 b'],
    ['moves through the steps on to the next guide', [listed(a, b), openA, down, down], 'a a1 a2 b*'],
    ['closes back to the guide', [listed(a, b), openA, down, { kind: 'closed' }], 'a* b'],
    ['closes nothing when nothing is open', [listed(a, b), down, { kind: 'closed' }], 'a b*'],
    ['chooses a row that is clicked', [listed(a, b), { kind: 'chosen', row: 1 }], 'a b*'],
    ['lets a new answer replace the list', [listed(a, b), down, { kind: 'typed' }, listed(b, c)], 'b* c'],
    ['keeps every place once the agent moved', [listed(a, b), down, listed(c, b)], 'a b* c'],
    ['keeps every place while something is open', [listed(a, b), openA, listed(c, a)], 'a a1* a2 b c'],
    ['keeps every place under the pointer', [listed(a, b), { kind: 'pointed' }, listed(c)], 'a* b c'],
    ['does not open a guide that left the list', [listed(b, c), openA], 'b* c'],
    [
      'opens a guide without steps and stays on it',
      [listed(a), { kind: 'opened', guide: a, steps: [] }],
      'a*',
    ],
  ])('%s', (_, events, expected) => {
    expect(show(after(...events))).toBe(expected);
  });
});
