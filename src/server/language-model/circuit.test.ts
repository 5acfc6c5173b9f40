import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCircuit } from './circuit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('openCircuit', () => {
  test('breaks after three failures in a row, and not before', async () => {
    const circuit = openCircuit({ check: () => Promise.resolve() });
    for (const isWell of [false, false, true, false, false]) await circuit.record(isWell);
    expect(circuit.isClosed()).toBe(true);
    await circuit.record(false);
    expect(circuit.isClosed()).toBe(false);
  });

  test('stays broken until a health check succeeds, and asks again and again until then', async () => {
    const answers = [false, false, true];
    const check = vi.fn(() => (answers.shift() ? Promise.resolve() : Promise.reject(new Error('down'))));
    const circuit = openCircuit({ check, failures: 1, recheckMs: 1000 });
    await circuit.record(false);
    // What was under way when it broke changes nothing.
    await circuit.record(true);
    expect(circuit.isClosed()).toBe(false);
    for (const [checks, isClosed] of [
      [1, false],
      [2, false],
      [3, true],
    ] as const) {
      await vi.advanceTimersByTimeAsync(1000);
      expect(check).toHaveBeenCalledTimes(checks);
      expect(circuit.isClosed()).toBe(isClosed);
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(check).toHaveBeenCalledTimes(3);
  });

  test('asks no more once it is closed for good', async () => {
    const check = vi.fn(() => Promise.resolve());
    const circuit = openCircuit({ check, failures: 1, recheckMs: 1000 });
    await circuit.record(false);
    circuit.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(check).not.toHaveBeenCalled();
  });
});
