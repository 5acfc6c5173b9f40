import { expect, test } from 'vitest';
import { readOrder } from './message.ts';

test('reads what a page asks for', () => {
  const order = { kind: 'keep', lang: 'en', page: '/en/', everything: true };
  expect(readOrder(order)).toEqual(order);
});

test.each([
  [null],
  ['keep'],
  [{ kind: 'drop', lang: 'id', page: '/' }],
  [{ kind: 'keep', lang: 'fr', page: '/' }],
  [{ kind: 'keep', lang: 'id' }],
])('takes %j for no order', (data) => {
  expect(readOrder(data)).toBeUndefined();
});

test('keeps one page alone unless everything is asked for in so many words', () => {
  expect(readOrder({ kind: 'keep', lang: 'id', page: '/', everything: 'yes' })?.everything).toBe(false);
});
