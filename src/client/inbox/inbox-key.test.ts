import { describe, expect, test } from 'vitest';
import { INBOX_VIEWS } from '../../core/ticket/browser.ts';
import { readInboxKey, VIEW_KEYS, type InboxPress, type InboxSituation } from './inbox-key.ts';

const press: InboxPress = { key: '', code: '', altKey: false, ctrlKey: false, metaKey: false };
const list: InboxSituation = {
  isTyping: false,
  isInBox: false,
  isOnMessages: false,
  hasDialog: false,
  awaitsView: false,
};
const box: InboxSituation = { ...list, isTyping: true, isInBox: true };

function read(key: string, situation: InboxSituation, more: Partial<InboxPress> = {}): string | undefined {
  const command = readInboxKey({ ...press, key, ...more }, situation);
  if (command?.kind === 'view') return command.view;
  return command?.kind === 'suggestion' ? `suggestion ${command.index}` : command?.kind;
}

describe('a key in the inbox', () => {
  test.each([
    ['j', 'down'],
    ['ArrowUp', 'up'],
    ['r', 'reply'],
    ['n', 'note'],
    ['a', 'take'],
    ['c', 'close'],
    ['e', 'priority'],
    ['z', 'undo'],
    ['/', 'search'],
    ['?', 'shortcuts'],
    ['Escape', 'back'],
    ['x', undefined],
    ['toString', undefined],
  ])('%s means %s outside of fields, and itself within', (key, expected) => {
    expect(read(key, list)).toBe(expected);
    if (key !== 'Escape') expect(read(key, box)).toBeUndefined();
  });

  test.each([
    ['g then m', 'm', 'mine'],
    ['g then u', 'u', 'unassigned'],
    ['g then w', 'w', 'waiting'],
    ['g then something else', 'r', undefined],
  ])('%s leads to a view', (_, key, expected) => {
    expect(read('g', list)).toBe('await-view');
    expect(read(key, { ...list, awaitsView: true })).toBe(expected);
  });

  test('leads to every view', () => {
    expect([...Object.values(VIEW_KEYS)].sort()).toEqual([...INBOX_VIEWS].sort());
  });

  test('Ctrl or Cmd works while something is typed', () => {
    expect(read('k', box, { ctrlKey: true })).toBe('palette');
    expect(read('K', list, { metaKey: true })).toBe('palette');
    expect(read('Enter', box, { ctrlKey: true })).toBe('send');
    expect(read('Enter', { ...box, isInBox: false }, { ctrlKey: true })).toBeUndefined();
    expect(read('c', list, { ctrlKey: true })).toBeUndefined();
  });

  test('Alt with a digit takes a suggestion, whatever character it would write', () => {
    expect(read('¡', box, { altKey: true, code: 'Digit1' })).toBe('suggestion 0');
    expect(read('k', box, { altKey: true, ctrlKey: true })).toBeUndefined();
    expect(read('r', list, { altKey: true, code: 'KeyR' })).toBeUndefined();
  });

  test('Escape leaves the box first', () => {
    expect(read('Escape', box)).toBe('leave-box');
  });

  test('arrows move the messages where the focus is on them, and letters the list', () => {
    const messages = { ...list, isOnMessages: true };
    expect(read('ArrowDown', messages)).toBeUndefined();
    expect(read('j', messages)).toBe('down');
  });

  test('means nothing below a dialog', () => {
    expect(read('r', { ...list, hasDialog: true })).toBeUndefined();
    expect(read('k', { ...list, hasDialog: true }, { ctrlKey: true })).toBeUndefined();
  });
});
