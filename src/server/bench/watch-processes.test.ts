import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { readLine, sumTree, watchProcesses } from './watch-processes.ts';

const processes = [
  { pid: 1, parent: 0, bytes: 1, cpuMs: 1 },
  { pid: 10, parent: 1, bytes: 100, cpuMs: 200 },
  { pid: 11, parent: 10, bytes: 20, cpuMs: 40 },
  { pid: 12, parent: 11, bytes: 3, cpuMs: 6 },
  { pid: 20, parent: 1, bytes: 9000, cpuMs: 9 },
];

test.each([
  [10, 123],
  [12, 3],
  [99, 0],
])('process %d with all below it holds %d bytes', (pid, bytes) => {
  expect(sumTree(processes, pid)).toEqual({ bytes, cpuMs: bytes * 2 });
});

test.each([
  ['  12  1  2048 00:01:05', { pid: 12, parent: 1, bytes: 2_097_152, cpuMs: 65_000 }],
  ['12 1 1 1-02:00:03', { pid: 12, parent: 1, bytes: 1024, cpuMs: 93_603_000 }],
  ['12 1 1 0:01.25', { pid: 12, parent: 1, bytes: 1024, cpuMs: 1250 }],
])('reads %j', (line, expected) => {
  expect(readLine(line)).toEqual(expected);
});

test('a process that takes memory is seen to have it', async () => {
  const program = 'process.stdin.once("data", () => { globalThis.kept = Buffer.alloc(2e8, 1); });';
  const child = spawn(process.execPath, ['-e', program]);
  try {
    const watch = await watchProcesses(child.pid ?? 0);
    const before = watch.current().bytes;
    child.stdin.write('grow');
    await expect.poll(() => watch.current().bytes - before, { timeout: 5000 }).toBeGreaterThan(1.5e8);
    expect(watch.stop().bytes).toBeGreaterThan(before + 1.5e8);
  } finally {
    child.kill();
  }
});
