import { describe, expect, test } from 'vitest';
import { readLabelledMessages } from './masking-messages.ts';
import { evaluateMasking } from './masking-score.ts';

const line = (text: string, ...spans: [text: string, kind: string][]) =>
  JSON.stringify({ text, lang: 'id', spans: spans.map(([written, kind]) => ({ text: written, kind })) });

describe('evaluateMasking', () => {
  test('tells right, touched, missed and needless spans apart', () => {
    const messages = readLabelledMessages(
      [
        line('otp 482913', ['482913', 'otp']),
        line('otp nya 482913', ['nya 482913', 'otp']),
        line('rahasia: kucing', ['kucing', 'password']),
        line('pin 1234'),
      ].join('\n'),
      'test.jsonl',
    );
    const { all, byKind, blocks, unstable } = evaluateMasking(messages);
    expect(all).toEqual({ labelled: 3, found: 3, exact: 1, touched: 2, extra: 1 });
    expect(byKind.pin).toEqual({ labelled: 0, found: 1, exact: 0, touched: 0, extra: 1 });
    // The passphrase is written as nothing that a rule knows; "pin 1234" is labelled as nothing.
    expect(blocks).toEqual({ withSecret: 3, stopped: 2, innocent: 1, stoppedInVain: 1 });
    expect(unstable).toBe(0);
  });
});

describe('readLabelledMessages', () => {
  test('gives the second of two like labels the second place', () => {
    const [message] = readLabelledMessages(line('1234 1234', ['1234', 'pin'], ['1234', 'otp']), 'test.jsonl');
    expect(message?.spans.map(({ start, kind }) => [start, kind])).toEqual([
      [0, 'pin'],
      [5, 'otp'],
    ]);
  });

  test.each([
    ['a label that does not stand in the text', line('halo', ['x', 'pin']), '"x" does not stand in the text'],
    ['a kind that is not known', line('halo', ['halo', 'greeting']), 'spans.0.kind'],
    ['a line that is not JSON', '{', 'test.jsonl:1'],
  ])('refuses %s', (_, text, message) => {
    expect(() => readLabelledMessages(text, 'test.jsonl')).toThrow(message);
  });
});
