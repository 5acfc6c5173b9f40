import { describe, expect, test } from 'vitest';
import { chooseCopy, countShards, shardOf, type AgentGuide } from './agent-guide.ts';

const guide: AgentGuide = {
  id: 'banking/otp',
  code: 'k7m2pqr',
  title: 'OTP',
  steps: [
    { key: 'wait', action: 'Tunggu.', detail: '' },
    { key: 'call', action: 'Telepon.', detail: '' },
  ],
};
const ADDRESS = 'https://pandu.example.org/g/k7m2pqr/';

describe('chooseCopy', () => {
  test('takes the whole guide under its short address', () => {
    expect(chooseCopy(guide, ADDRESS)).toMatchObject({ steps: guide.steps, firstNumber: 1, link: ADDRESS });
  });

  test('takes one step with its number and its own address', () => {
    expect(chooseCopy(guide, ADDRESS, 'call')).toMatchObject({
      steps: [{ key: 'call' }],
      firstNumber: 2,
      link: `${ADDRESS}#call`,
    });
  });

  test('takes the whole guide when the step is gone', () => {
    expect(chooseCopy(guide, ADDRESS, 'removed')).toMatchObject({ steps: guide.steps, link: ADDRESS });
  });
});

test('every guide lies in one of the files, and the files are about equally full', () => {
  const shards = countShards(1200);
  expect(shards).toBe(100);
  const counts = new Map<number, number>();
  for (let index = 0; index < 1200; index++) {
    const shard = shardOf(`banking/problem-${index}`, shards);
    counts.set(shard, (counts.get(shard) ?? 0) + 1);
  }
  expect([...counts.keys()].every((shard) => shard >= 0 && shard < shards)).toBe(true);
  expect(Math.max(...counts.values())).toBeLessThan(40);
  expect(countShards(0)).toBe(1);
});
