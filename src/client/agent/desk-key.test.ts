import { describe, expect, test } from 'vitest';
import { readDeskKey, type DeskPress, type DeskSituation } from './desk-key.ts';

const press: DeskPress = {
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
};
const onGuide: DeskSituation = { row: 'guide', isOpen: false, isBoxEmpty: false, isCaretAtEnd: true };
const onOpenGuide: DeskSituation = { ...onGuide, isOpen: true };
const onStep: DeskSituation = { ...onOpenGuide, row: 'step' };
const nothing: DeskSituation = { ...onGuide, row: undefined };

function read(key: string, situation: DeskSituation, more: Partial<DeskPress> = {}): string | undefined {
  const command = readDeskKey({ ...press, key, ...more }, situation);
  return command?.kind === 'form' ? `form ${command.index}` : command?.kind;
}

describe('readDeskKey', () => {
  test.each([
    ['ArrowDown', 'on a guide', onGuide, 'down'],
    ['ArrowUp', 'on a step', onStep, 'up'],
    ['ArrowRight', 'on a guide', onGuide, 'open'],
    ['ArrowRight', 'on a guide that is open', onOpenGuide, 'down'],
    ['ArrowRight', 'within the words', { ...onGuide, isCaretAtEnd: false }, undefined],
    ['ArrowRight', 'on a step', onStep, undefined],
    ['Tab', 'on a guide', onGuide, 'open'],
    ['Tab', 'on a guide that is open', onOpenGuide, undefined],
    ['Tab', 'without a guide', nothing, undefined],
    ['ArrowLeft', 'on a step', onStep, 'close'],
    ['ArrowLeft', 'on a guide', onGuide, undefined],
    ['Enter', 'on a guide', onGuide, 'copy'],
    ['Enter', 'before the answer', nothing, 'copy'],
    ['Escape', 'on a step', onStep, 'close'],
    ['Escape', 'on a guide', onGuide, 'clear'],
    ['?', 'in the words', onGuide, undefined],
    ['?', 'in the empty box', { ...onGuide, isBoxEmpty: true }, 'help'],
    ['o', 'on a guide', onGuide, undefined],
  ] as const)('%s %s means %s', (key, _, situation, expected) => {
    expect(read(key, situation)).toBe(expected);
  });

  test.each([
    ['Digit1', 'form 0'],
    ['Digit4', 'form 3'],
    ['Digit0', undefined],
    ['KeyQ', undefined],
    ['KeyL', 'switch-language'],
  ])('Alt with %s means %s, whatever character it would write', (code, expected) => {
    expect(read('¡', onGuide, { altKey: true, code })).toBe(expected);
    expect(read('¡', onGuide, { altKey: true, ctrlKey: true, code })).toBeUndefined();
  });

  test('Ctrl-Enter or Cmd-Enter opens the page of the guide, Shift-Tab goes back', () => {
    expect(read('Enter', onGuide, { ctrlKey: true })).toBe('visit');
    expect(read('Enter', onGuide, { metaKey: true })).toBe('visit');
    expect(read('Enter', nothing, { ctrlKey: true })).toBeUndefined();
    expect(read('Tab', onGuide, { shiftKey: true })).toBeUndefined();
  });
});
