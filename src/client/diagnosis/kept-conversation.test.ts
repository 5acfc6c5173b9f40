import { expect, test } from 'vitest';
import { keep, KEPT_KEY, readKept } from './kept-conversation.ts';

function emptyMemory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const STORY = { turns: [{ kind: 'said', text: 'otp' }] } as const;

test('gives back what was kept, and leaves nothing of a conversation that was deleted', () => {
  const memory = emptyMemory();
  keep(STORY, memory);
  expect(readKept(memory)).toEqual(STORY);
  keep({ turns: [] }, memory);
  expect(memory.kept.size).toBe(0);
  expect(readKept(memory)).toBeUndefined();
});

test('goes on without memory when the device keeps nothing or keeps nonsense', () => {
  const memory = emptyMemory();
  memory.setItem(KEPT_KEY, '{"turns":[{"kind":"other"}]}');
  expect(readKept(memory)).toBeUndefined();
  const full = {
    ...emptyMemory(),
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(() => {
    keep(STORY, full);
  }).not.toThrow();
  expect(readKept(undefined)).toBeUndefined();
});
