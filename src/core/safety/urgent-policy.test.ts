import { describe, expect, test } from 'vitest';
import { FAKE_URGENT_POLICY } from './fake-urgent-policy.ts';
import { readUrgentPolicy, UrgentPolicyError } from './urgent-policy.ts';

describe('readUrgentPolicy', () => {
  test('gives what is well formed', () => {
    expect(readUrgentPolicy(FAKE_URGENT_POLICY, 'urgent.yaml')).toEqual(FAKE_URGENT_POLICY);
  });

  test.each([
    ['a term in capitals', { ideas: { ...FAKE_URGENT_POLICY.ideas, card: ['Kartu'] } }, 'ideas.card.0'],
    ['an idea without a term', { ideas: { card: [] } }, 'ideas.card'],
    ['a turn of two words', { turns: ['belum sempat'] }, 'turns.0'],
    ['a situation without a language', { situations: { flood: { id: 'Banjir' } } }, 'situations.flood.en'],
    ['a field that is not known', { cues: [] }, 'cues'],
  ])('names %s', (_, change, message) => {
    const read = () => readUrgentPolicy({ ...FAKE_URGENT_POLICY, ...change }, 'urgent.yaml');
    expect(read).toThrow(UrgentPolicyError);
    expect(read).toThrow(message);
  });

  test('refuses what is no object', () => {
    expect(() => readUrgentPolicy(undefined, 'urgent.yaml')).toThrow(/^urgent.yaml is not an urgent policy/);
  });
});
