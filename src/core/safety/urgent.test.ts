import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAKE_SPELLING, FAKE_URGENT_POLICY, FAKE_URGENT_WEIGHTS } from './fake-urgent-policy.ts';
import { createUrgentDetector } from './urgent.ts';

const detector = createUrgentDetector(FAKE_URGENT_POLICY, FAKE_SPELLING, FAKE_URGENT_WEIGHTS);

describe('createUrgentDetector', () => {
  test.each([
    ['a stolen card', 'kartu gue dicuri', 'device-gone'],
    ['a secret that was given', 'gue kasih pin', 'secret-given'],
  ])('names the situation of %s', (_, text, situation) => {
    expect(detector.detect(text)).toMatchObject({ urgent: true, situation });
  });

  test('shows the words, strongest reason first', () => {
    expect(detector.detect('my card was stolen')).toMatchObject({
      evidence: [{ key: 'f card stolen', words: ['card', 'stolen'] }],
    });
  });

  test.each([
    ['was denied', 'ga gue kasih pin'],
    ['is long ago', 'my card was stolen last year'],
    ['says nothing', 'halo'],
    ['has no words', '!!! 🙏'],
    ['is empty', ''],
  ])('is calm about what %s', (_, text) => {
    expect(detector.detect(text).urgent).toBe(false);
  });

  test('has a threshold that its weights bring', () => {
    const nervous = createUrgentDetector(FAKE_URGENT_POLICY, FAKE_SPELLING, {
      ...FAKE_URGENT_WEIGHTS,
      threshold: 0.2,
    });
    expect(nervous.detect('halo').urgent).toBe(true);
  });

  test('explains what speaks against, too', () => {
    expect(detector.explain('kartu dicuri tahun lalu')).toContainEqual({
      key: 'i past',
      weight: expect.closeTo(-3) as number,
      words: ['tahun'],
    });
  });

  test('never throws, and says the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(detector.detect(text)).toEqual(detector.detect(text));
      }),
    );
  });

  test.each([
    ['one word over and over', 'kartu '.repeat(3_400)],
    ['one endless word', 'k'.repeat(20_000)],
    ['denials', 'ga '.repeat(6_700)],
    ['no blank at all', 'kartu.dicuri,'.repeat(1_540)],
  ])('gives few features for 20,000 letters of %s', (_, text) => {
    expect(detector.explain(text).length).toBeLessThan(100);
  });
});
