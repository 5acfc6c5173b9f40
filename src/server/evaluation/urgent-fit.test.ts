import { describe, expect, test } from 'vitest';
import { createFeatureReader, createUrgentDetector } from '../../core/safety/index.ts';
import { FAKE_SPELLING, FAKE_URGENT_POLICY } from '../../core/safety/fake-urgent-policy.ts';
import { fitUrgentWeights, type FeaturedExample } from './urgent-fit.ts';

const read = createFeatureReader(FAKE_URGENT_POLICY, FAKE_SPELLING);
const example = (q: string, situation?: string): FeaturedExample => ({
  features: read(q).features,
  urgent: situation !== undefined,
  situation,
  share: 1,
});
const EXAMPLES = [
  example('kartu saya dicuri', 'device-gone'),
  example('dompet dan kartu dijambret', 'device-gone'),
  example('saya kasih pin', 'secret-given'),
  example('my password I gave', 'secret-given'),
  example('ga saya kasih pin'),
  example('kartu baru belum sampai'),
  example('lupa password'),
  example('kartu dicuri tahun lalu'),
].flatMap((one) => Array.from({ length: 10 }, () => one));

const learnt = createUrgentDetector(FAKE_URGENT_POLICY, FAKE_SPELLING, fitUrgentWeights(EXAMPLES, 0.5));

describe('fitUrgentWeights', () => {
  test.each([
    ['a message that it saw', 'kartu saya dicuri', 'device-gone'],
    ['one with other words for the same ideas', 'the card: snatched', 'device-gone'],
    ['another situation', 'aku serahkan kode rahasia', 'secret-given'],
  ])('learns %s', (_, text, situation) => {
    expect(learnt.detect(text)).toMatchObject({ urgent: true, situation });
  });

  test.each(['ga gue kasih pin', 'lupa password', 'kartu dicuri tahun lalu', 'halo'])(
    'learns that "%s" is calm',
    (text) => {
      expect(learnt.detect(text).urgent).toBe(false);
    },
  );

  test('gives the same weights for the same messages', () => {
    expect(fitUrgentWeights(EXAMPLES, 0.5)).toEqual(fitUrgentWeights(EXAMPLES, 0.5));
  });
});
