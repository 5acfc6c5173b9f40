import { describe, expect, test } from 'vitest';
import { createUrgentDetector } from '../../core/safety/index.ts';
import {
  FAKE_SPELLING,
  FAKE_URGENT_POLICY,
  FAKE_URGENT_WEIGHTS,
} from '../../core/safety/fake-urgent-policy.ts';
import { evaluateUrgent } from './urgent-evaluate.ts';

describe('evaluateUrgent', () => {
  const message = (q: string, urgent: boolean) => ({ q, lang: 'id' as const, urgent });
  const evaluation = evaluateUrgent({
    detector: createUrgentDetector(FAKE_URGENT_POLICY, FAKE_SPELLING, FAKE_URGENT_WEIGHTS),
    messages: [
      message('kartu dicuri', true),
      message('dompet lenyap', true),
      message('kartu dicuri kemarin dulu', false),
      message('halo', false),
    ],
    queries: [
      { q: 'kartu dicuri', group: 'security' },
      { q: 'halo', group: 'normal' },
    ],
  });

  test('counts what is missed and what alarms for nothing', () => {
    expect(evaluation.shipped).toMatchObject({
      recall: 0.5,
      falseAlarms: 0.5,
      missed: ['dompet lenyap'],
      alarmed: ['kartu dicuri kemarin dulu'],
    });
  });

  test('counts alarms by group', () => {
    expect(evaluation.byGroup).toEqual({
      security: { queries: 1, alarms: 1 },
      normal: { queries: 1, alarms: 0 },
    });
  });
});
