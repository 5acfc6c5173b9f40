import { describe, expect, test } from 'vitest';
import { forgetTicks, readTicks, writeTicks } from './remembered-ticks.ts';

/** A memory like the browser's, empty at first. */
function emptyMemory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
const GUIDE = 'banking/otp-not-received';

describe('remembered ticks', () => {
  test('gives back what was ticked, for that guide only', () => {
    const memory = emptyMemory();
    writeTicks(GUIDE, ['signal', 'inbox'], memory);
    expect(readTicks(GUIDE, memory)).toEqual(['signal', 'inbox']);
    expect(readTicks('banking/transfer-pending', memory)).toEqual([]);
  });

  test('leaves nothing behind when the last tick goes', () => {
    const memory = emptyMemory();
    writeTicks(GUIDE, ['signal'], memory);
    writeTicks(GUIDE, [], memory);
    expect(memory.kept.size).toBe(0);
  });

  test('forgets a guide', () => {
    const memory = emptyMemory();
    writeTicks(GUIDE, ['signal'], memory);
    forgetTicks(GUIDE, memory);
    expect(readTicks(GUIDE, memory)).toEqual([]);
  });

  test('goes on without memory when the device keeps nothing', () => {
    const full = {
      ...emptyMemory(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => {
      writeTicks(GUIDE, ['signal'], full);
    }).not.toThrow();
    expect(readTicks(GUIDE, full)).toEqual([]);
    expect(readTicks(GUIDE, undefined)).toEqual([]);
  });
});
