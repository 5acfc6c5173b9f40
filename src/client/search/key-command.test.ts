import { expect, test } from 'vitest';
import { readKey, type KeySituation } from './key-command.ts';

const writing: KeySituation = { key: '', isOpen: true, isOnRow: false, isWithinLines: false, isEmpty: false };
const onRow: KeySituation = { ...writing, isOnRow: true };
const closed: KeySituation = { ...writing, isOpen: false };

test.each([
  ['ArrowDown', 'in the words', writing, 'next'],
  ['ArrowDown', 'with the list closed', closed, 'next'],
  ['ArrowDown', 'within several lines', { ...writing, isWithinLines: true }, undefined],
  ['ArrowUp', 'in the words', writing, 'previous'],
  ['ArrowUp', 'with the list closed', closed, undefined],
  ['ArrowUp', 'on a row', onRow, 'previous'],
  ['Home', 'in the words', writing, undefined],
  ['Home', 'on a row', onRow, 'first'],
  ['End', 'on a row', onRow, 'last'],
  ['ArrowLeft', 'in the words', writing, undefined],
  ['ArrowLeft', 'on a row', onRow, 'release'],
  ['Enter', 'in the words', writing, undefined],
  ['Enter', 'on a row', onRow, 'take'],
  ['Escape', 'with the list open', writing, 'close'],
  ['Escape', 'with the list closed', closed, 'clear'],
  ['Escape', 'with nothing written', { ...closed, isEmpty: true }, undefined],
  ['Tab', 'with the list open', onRow, 'leave'],
  ['Tab', 'with the list closed', closed, undefined],
  ['a', 'on a row', onRow, undefined],
] as const)('%s %s means %s', (key, _, situation, expected) => {
  expect(readKey({ ...situation, key })).toBe(expected);
});
