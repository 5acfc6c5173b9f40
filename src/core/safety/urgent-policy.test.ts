import { describe, expect, test } from 'vitest';
import { FAKE_URGENT_POLICY } from './fake-urgent-policy.ts';
import { readUrgentPolicy, UrgentPolicyError } from './urgent-policy.ts';

const [cue] = FAKE_URGENT_POLICY.cues;

describe('readUrgentPolicy', () => {
  test('gives what is well formed', () => {
    expect(readUrgentPolicy(FAKE_URGENT_POLICY, 'urgent.yaml')).toEqual(FAKE_URGENT_POLICY);
  });

  test.each([
    ['an unknown idea', { cues: [{ ...cue, all: ['stolen', 'moon'] }] }, 'there is no idea "moon"'],
    ['an unknown situation', { cues: [{ ...cue, situation: 'flood' }] }, 'there is no situation "flood"'],
    ['a key that stands twice', { cues: [cue, cue] }, 'this key stands twice'],
    ['a term in capitals', { ideas: { ...FAKE_URGENT_POLICY.ideas, card: ['Kartu'] } }, 'ideas.card.0'],
    ['a field that is not known', { extra: 1 }, 'extra'],
    ['a weight that drowns all others', { cues: [{ ...cue, weight: 50 }] }, 'cues.0.weight'],
  ])('names %s', (_, change, message) => {
    const read = () => readUrgentPolicy({ ...FAKE_URGENT_POLICY, ...change }, 'urgent.yaml');
    expect(read).toThrow(UrgentPolicyError);
    expect(read).toThrow(message);
  });

  test('refuses what is no object', () => {
    expect(() => readUrgentPolicy(undefined, 'urgent.yaml')).toThrow(/^urgent.yaml is not an urgent policy/);
  });
});
