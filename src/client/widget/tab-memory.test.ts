import { expect, test } from 'vitest';
import { oneKeyMemory, TAB_KEY, type Store } from './tab-memory.ts';

function fakeStore(): Store & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test('keeps many things under one name, and leaves nothing when all are gone', () => {
  const store = fakeStore();
  const memory = oneKeyMemory(store);
  memory.setItem('a', '1');
  memory.setItem('b', '2');
  expect([...store.kept.keys()]).toEqual([TAB_KEY]);
  expect([memory.getItem('a'), memory.getItem('b'), memory.getItem('c')]).toEqual(['1', '2', null]);
  memory.removeItem('a');
  memory.removeItem('never-kept');
  expect(memory.getItem('b')).toBe('2');
  memory.removeItem('b');
  expect(store.kept.size).toBe(0);
});

test.each(['{', 'null', '"text"', '{"a":1}'])('takes %s from somebody else for nothing', (text) => {
  const store = fakeStore();
  store.kept.set(TAB_KEY, text);
  const memory = oneKeyMemory(store);
  expect(memory.getItem('a')).toBeNull();
  memory.setItem('a', 'mine');
  expect(memory.getItem('a')).toBe('mine');
});
