import { describe, expect, it } from 'vitest';
import { chooseLegs } from './choose-leg.ts';
import type { ObservedRank } from './rank-legs.ts';

type Ranks = Pick<ObservedRank['seen'], 'lexicalRank' | 'semanticRank' | 'rank'>;

const observe = (count: number, ranks: Ranks, style = 'casual'): ObservedRank[] =>
  Array.from({ length: count }, () => ({
    query: { q: 'otp', lang: 'id', style, problem: 'banking/otp-not-received' },
    seen: {
      ...ranks,
      features: { coverage: 0, strength: 0, lead: 0, known: 0, similarity: 0 },
      any: 1,
      firstConfidence: 1,
      evidence: [],
    },
  }));

const ALL_RIGHT = { lexicalRank: 1, semanticRank: 1, rank: 1 };
const WORDS_RIGHT = { lexicalRank: 1, semanticRank: 5, rank: 2 };
const BOTH_RIGHT = { lexicalRank: 2, semanticRank: 2, rank: 1 };

describe('chooseLegs', () => {
  it('compares with the better side in all, in each language and in each style', () => {
    const choices = chooseLegs([...observe(20, ALL_RIGHT), ...observe(20, WORDS_RIGHT, 'typo')]);
    expect(choices.map(({ group, queries, better }) => [group, queries, better])).toEqual([
      ['all', 40, 'lexical'],
      ['id', 40, 'lexical'],
      ['casual', 20, 'lexical'],
      ['hurried', 40, 'lexical'],
      ['typo', 20, 'lexical'],
    ]);
    expect(choices.at(-1)?.gainAt1.value).toBe(-1);
    expect(choices[0]?.overWords.value).toBe(-0.5);
  });

  it.each([
    ['both sides where one query of many is lost', 30, 1, 'fused'],
    ['the better side where a third is lost', 20, 10, 'lexical'],
  ])('uses %s', (_, kept, lost, use) => {
    const [all] = chooseLegs([...observe(kept, ALL_RIGHT), ...observe(lost, WORDS_RIGHT)]);
    expect(all?.use).toBe(use);
  });

  it('uses both sides where they find what neither found alone', () => {
    expect(chooseLegs(observe(5, BOTH_RIGHT))[0]).toMatchObject({ use: 'fused', gainAt1: { value: 1 } });
  });

  it('has nothing to choose without meanings, and without queries', () => {
    expect(chooseLegs(observe(3, { lexicalRank: 1, rank: 1 }))).toEqual([]);
    expect(chooseLegs([])).toEqual([]);
  });
});
