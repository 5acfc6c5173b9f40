import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAKE_SPELLING, FAKE_URGENT_POLICY } from './fake-urgent-policy.ts';
import { createUrgentDetector } from './urgent.ts';

const detector = createUrgentDetector(FAKE_URGENT_POLICY, FAKE_SPELLING, { bias: -1, cues: {} });
const keysOf = (text: string) => detector.explain(text).map(({ key }) => key);

describe('createUrgentDetector', () => {
  test.each([
    ['a root with beginning and ending', 'kartu saya kecurian', ['card-stolen']],
    ['slang', 'krtu gue dicuri', ['card-stolen']],
    ['a typo in a longer word', 'kartu jambrt', ['card-stolen']],
    ['a beginning of a word', 'they were snatching my card', ['card-stolen']],
    ['any order, within reach', 'stolen yesterday: my card', ['card-stolen']],
    ['a phrase with a filler in it', 'gue kasih kode yang rahasia', ['gave-secret']],
    ['capitals, full-width letters and elongation', 'ＫＡＲＴＵ dicuriiii', ['card-stolen']],
  ])('sees %s', (_, text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });

  test.each([
    ['too far apart', 'kartu satu dua tiga empat lima enam dicuri', []],
    ['denied', 'ga gue kasih pin', ['not-given']],
    ['a form that only an exact word may have', 'mengasih pin', []],
    ['one idea alone', 'kartu', []],
    ['the parts of a phrase in two sentences', 'gue kasih kode. rahasia', []],
    ['nothing', '', []],
  ])('does not see what is %s', (_, text, keys) => {
    expect(keysOf(text)).toEqual(keys);
  });

  test('does not let a denial reach over the end of a sentence', () => {
    expect(keysOf('ga. gue kasih pin')).toEqual(['gave-secret']);
  });

  test('names the situation and shows the words, strongest cue first', () => {
    const urgency = detector.detect('my card was stolen');
    expect(urgency).toMatchObject({
      urgent: true,
      situation: 'device-gone',
      evidence: [{ key: 'card-stolen', words: ['stolen', 'card'] }],
    });
  });

  test('is calm when what happened is long ago', () => {
    expect(detector.detect('my card was stolen last year').urgent).toBe(false);
  });

  test('takes fitted weights before those of the policy', () => {
    const calm = createUrgentDetector(FAKE_URGENT_POLICY, FAKE_SPELLING, {
      bias: -1,
      cues: { 'card-stolen': 0.5 },
    });
    expect(calm.detect('my card was stolen').urgent).toBe(false);
  });

  test('is calm about a message that shows no situation, whatever the bias', () => {
    const nervous = createUrgentDetector(FAKE_URGENT_POLICY, FAKE_SPELLING, { bias: 5, cues: {} });
    expect(nervous.detect('halo')).toEqual({ urgent: false, probability: 0 });
  });

  test('never throws, and says the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(detector.detect(text)).toEqual(detector.detect(text));
      }),
    );
  });
});
