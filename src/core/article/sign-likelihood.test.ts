import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sign } from './article.ts';
import { answerLikelihoods, separatingSigns, signDistance } from './sign-likelihood.ts';

const sign = (...answers: string[]): Sign => ({
  id: 'status',
  ask: { id: 'a', en: 'a' },
  effort: 1,
  answers: Object.fromEntries(answers.map((answer) => [answer, { id: answer, en: answer }])),
});
const total = (likelihoods: Readonly<Record<string, number>>) =>
  Object.values(likelihoods).reduce((sum, value) => sum + value, 0);

describe('answerLikelihoods', () => {
  test.each([
    ['one expected answer of two', 'a', { a: 0.9, b: 0.1 }],
    ['all answers', { a: 0.25, b: 0.75 }, { a: 0.25, b: 0.75 }],
    ['all answers, rounded by the writer', { a: 0.5, b: 0.501 }, { a: 0.4995, b: 0.5005 }],
    ['some answers: the rest goes to the others', { a: 0.8 }, { a: 0.8, b: 0.2 }],
    ['some answers that use up everything', { a: 1 }, { a: 1, b: 0 }],
  ])('reads %s', (_, expected, likelihoods) => {
    const found = answerLikelihoods(sign('a', 'b'), expected);
    expect(Object.keys(found)).toEqual(['a', 'b']);
    expect(found['a']).toBeCloseTo(likelihoods.a, 3);
    expect(found['b']).toBeCloseTo(likelihoods.b, 3);
  });

  test('shares the rest among three', () => {
    expect(answerLikelihoods(sign('a', 'b', 'c', 'd'), 'a')['c']).toBeCloseTo(0.1 / 3);
  });

  test('takes no answer for given because objects have a member of that name', () => {
    expect(answerLikelihoods(sign('constructor', 'b'), 'b')['constructor']).toBeCloseTo(0.1);
  });

  test('sums to 1 for any expectation that adds up to at most 1', () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(weights, fc.nat(3), (given, others) => {
        const sum = given.reduce((a, b) => a + b, 0);
        const expected = Object.fromEntries(given.map((weight, index) => [`g${index}`, weight / sum]));
        const names = [
          ...Object.keys(expected),
          ...Array.from({ length: others }, (_, index) => `o${index}`),
        ];
        expect(total(answerLikelihoods(sign(...names), expected))).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe('signDistance', () => {
  test.each([
    ['alike', { a: 0.9, b: 0.1 }, { a: 0.9, b: 0.1 }, 0],
    ['never the same', { a: 1 }, { b: 1 }, 1],
    ['half', { a: 0.75, b: 0.25 }, { a: 0.25, b: 0.75 }, 0.5],
  ])('is right for distributions that are %s', (_, a, b, distance) => {
    expect(signDistance(a as Record<string, number>, b as Record<string, number>)).toBeCloseTo(distance);
  });

  test('is the same both ways and between 0 and 1', () => {
    const distribution = fc
      .array(fc.nat(9), { minLength: 3, maxLength: 3 })
      .map((counts) => counts.map((count) => (count + 0.001) / (counts.reduce((a, b) => a + b, 0) + 0.003)))
      .map(([a = 0, b = 0, c = 0]) => ({ a, b, c }));
    fc.assert(
      fc.property(distribution, distribution, (a, b) => {
        expect(signDistance(a, b)).toBeCloseTo(signDistance(b, a));
        expect(signDistance(a, b)).toBeGreaterThanOrEqual(0);
        expect(signDistance(a, b)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('separatingSigns', () => {
  const yes = { yes: 0.9, no: 0.1 };
  const no = { yes: 0.1, no: 0.9 };
  const unsure = { yes: 0.4, no: 0.6 };

  test.each([
    ['opposite answers', { s: yes }, { s: no }, ['s']],
    ['the same answer', { s: yes }, { s: yes }, []],
    ['an answer that is nearly a coin', { s: yes }, { s: unsure }, ['s']],
    ['two coins', { s: unsure }, { s: { yes: 0.6, no: 0.4 } }, []],
    ['no shared sign', { s: yes }, { t: no }, []],
    ['no signs', {}, {}, []],
  ])('finds for %s', (_, a, b, expected) => {
    expect(separatingSigns(a as Record<string, typeof yes>, b as Record<string, typeof yes>)).toEqual(
      expected,
    );
  });

  test('puts the clearest first, and equals by name', () => {
    const ours = { z: yes, a: yes, clear: { yes: 1, no: 0 } };
    const theirs = { z: no, a: no, clear: { yes: 0, no: 1 } };
    expect(separatingSigns(ours, theirs)).toEqual(['clear', 'a', 'z']);
  });
});
