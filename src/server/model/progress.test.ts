import { expect, it } from 'vitest';
import { openProgress } from './progress.ts';

it('tells how much time is left, at most every ten seconds and at the end', () => {
  const lines: string[] = [];
  let seconds = 0;
  const progress = openProgress(
    (line) => lines.push(line),
    100,
    () => 1000 * seconds,
  );
  seconds = 5;
  progress(5);
  seconds = 30;
  progress(25, 'loss 0.5');
  seconds = 31;
  progress(100);
  expect(lines).toEqual([
    '25 of 100, about 1.5 minutes left: loss 0.5',
    '100 of 100, about 0.0 minutes left',
  ]);
});
