import { describe, expect, test } from 'vitest';
import { FAKE_SPELLING, FAKE_URGENT_POLICY } from '../../core/safety/fake-urgent-policy.ts';
import { evaluateUrgent } from './urgent-evaluate.ts';
import { fitUrgentWeights } from './urgent-fit.ts';

const row = (cues: string[], urgent: boolean) => ({ cues, urgent, share: 1 });

describe('fitUrgentWeights', () => {
  test('keeps the policy where no message speaks', () => {
    const { cues } = fitUrgentWeights(FAKE_URGENT_POLICY, []);
    expect(cues).toEqual({ 'card-stolen': 3, 'gave-secret': 3, 'not-given': -1, 'long-ago': -3 });
  });

  test('raises a cue of urgent messages, lowers one of calm ones, leaves the rest', () => {
    const rows = Array.from({ length: 20 }, () => [row(['not-given'], true), row(['gave-secret'], false)]);
    const { cues } = fitUrgentWeights(FAKE_URGENT_POLICY, rows.flat());
    expect(cues['not-given']).toBeGreaterThan(0);
    expect(cues['gave-secret']).toBeLessThan(1);
    expect(cues['card-stolen']).toBe(3);
  });

  test('gives the same weights for the same messages', () => {
    const rows = [row(['card-stolen'], true), row([], false)];
    expect(fitUrgentWeights(FAKE_URGENT_POLICY, rows)).toEqual(fitUrgentWeights(FAKE_URGENT_POLICY, rows));
  });
});

describe('evaluateUrgent', () => {
  const message = (q: string, urgent: boolean) => ({ q, lang: 'id' as const, urgent });
  const messages = [
    message('kartu dicuri', true),
    message('dompet lenyap', true),
    message('kartu dicuri kemarin dulu', false),
    message('halo', false),
  ];
  const input = {
    policy: FAKE_URGENT_POLICY,
    spelling: FAKE_SPELLING,
    weights: { bias: -1, cues: {} },
    messages,
    training: [],
    queries: [
      { q: 'kartu dicuri', group: 'security' },
      { q: 'halo', group: 'normal' },
    ],
  };

  test('counts what is missed and what alarms for nothing', () => {
    expect(evaluateUrgent(input).shipped).toMatchObject({
      recall: 0.5,
      falseAlarms: 0.5,
      missed: ['dompet lenyap'],
      alarmed: ['kartu dicuri kemarin dulu'],
    });
  });

  test('counts alarms by group', () => {
    expect(evaluateUrgent(input).byGroup).toEqual({
      security: { queries: 1, alarms: 1 },
      normal: { queries: 1, alarms: 0 },
    });
  });

  test('cross-validates only messages that weights are fitted to', () => {
    expect(evaluateUrgent(input).crossValidated).toBeUndefined();
    const training = messages.map((one) => ({ ...one, share: 1 }));
    expect(evaluateUrgent({ ...input, training }).crossValidated).toMatchObject({ urgent: 2, calm: 2 });
  });
});
