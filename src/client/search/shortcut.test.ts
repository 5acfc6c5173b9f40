import { expect, test } from 'vitest';
import { asksForSearch } from './shortcut.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

test.each([
  ['a slash on the page', { ...plain, key: '/' }, false, true],
  ['a slash within a text', { ...plain, key: '/' }, true, false],
  ['Ctrl-K', { ...plain, ctrlKey: true, key: 'k' }, false, true],
  ['Ctrl-K with Caps Lock', { ...plain, ctrlKey: true, key: 'K' }, false, true],
  ['Cmd-K', { ...plain, metaKey: true, key: 'k' }, false, true],
  ['Ctrl-K in another field', { ...plain, ctrlKey: true, key: 'k' }, true, false],
  ['a bare k', { ...plain, key: 'k' }, false, false],
  ['Ctrl-slash', { ...plain, ctrlKey: true, key: '/' }, false, false],
  ['AltGr combinations', { ...plain, ctrlKey: true, altKey: true, key: 'k' }, false, false],
])('decides on %s', (_, press, isTyping, expected) => {
  expect(asksForSearch(press, isTyping)).toBe(expected);
});
