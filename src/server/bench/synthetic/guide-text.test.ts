import { describe, expect, test } from 'vitest';
import { readGuideText, splitSentences } from './guide-text.ts';
import { writeGuideText } from './write-guide-text.ts';

describe('splitting into sentences', () => {
  test.each([
    ['One thing. Another.', ['One thing.', 'Another.']],
    ['Wait 5 days.[^rule] Then call.', ['Wait 5 days.[^rule]', 'Then call.']],
    ['**Stop. Now.** Look.', ['**Stop. Now.**', 'Look.']],
    ['Say: "Stop. Now." Look.', ['Say: "Stop. Now."', 'Look.']],
    ['See [one. Two](../x/). Go.', ['See [one. Two](../x/).', 'Go.']],
    ['', []],
  ])('%j', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});

test('a guide that is taken apart and written is the same guide, its links led out of the sector', () => {
  const guide = [
    '---\ntitle: Late\ndescription: It is late.\nasks:\n  - where\n  - when\n  - why\n---\n',
    '## Symptoms\n\n- No money.\n- No message.\n',
    '## Steps\n\n1. **Look.** It is there. See [this](../wrong/).\n2. **Ask.** They answer.\n\nNever pay.\n',
    '## If it still fails\n\nCall them.\n\nThen wait.\n',
    '## Causes\n\nA queue.\n',
    '## Prevent\n\nLook twice.\n',
  ].join('\n');
  const written = writeGuideText(readGuideText(guide, 'en', 'banking'), 'en');
  expect(written).toBe(guide.replace('](../wrong/)', '](../../banking/wrong/)'));
});
