import { expect, test } from 'vitest';
import { sayWait } from './say-wait.ts';

test.each([
  [1, '1 detik', '1 second'],
  [119, '119 detik', '119 seconds'],
  [120, '2 menit', '2 minutes'],
  [121, '3 menit', '3 minutes'],
  [3600, '60 menit', '60 minutes'],
])('%i seconds are said as %s, %s', (seconds, id, en) => {
  expect([sayWait(seconds, 'id'), sayWait(seconds, 'en')]).toEqual([id, en]);
});
