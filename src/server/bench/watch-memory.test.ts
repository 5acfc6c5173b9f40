import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { sumTree, watchMemory } from './watch-memory.ts';

const processes = [
  { pid: 1, parent: 0, bytes: 1 },
  { pid: 10, parent: 1, bytes: 100 },
  { pid: 11, parent: 10, bytes: 20 },
  { pid: 12, parent: 11, bytes: 3 },
  { pid: 20, parent: 1, bytes: 9000 },
];

test.each([
  [10, 123],
  [12, 3],
  [99, 0],
])('the memory of process %d with all below it is %d', (pid, bytes) => {
  expect(sumTree(processes, pid)).toBe(bytes);
});

test('a process that takes memory is seen to have it', async () => {
  const program = 'process.stdin.once("data", () => { globalThis.kept = Buffer.alloc(2e8, 1); });';
  const child = spawn(process.execPath, ['-e', program]);
  try {
    const watch = await watchMemory(child.pid ?? 0);
    const before = watch.current();
    child.stdin.write('grow');
    await expect.poll(() => watch.current() - before, { timeout: 5000 }).toBeGreaterThan(1.5e8);
    expect(watch.stop()).toBeGreaterThan(before + 1.5e8);
  } finally {
    child.kill();
  }
});
