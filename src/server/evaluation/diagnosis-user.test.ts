import { describe, expect, test } from 'vitest';
import type { Sign } from '../../core/article/index.ts';
import type { DiagnosisProblem } from '../../core/diagnosis/index.ts';
import { simulateStranger, simulateUser } from './diagnosis-user.ts';

const both = (text: string) => ({ id: text, en: text });
const sign = (id: string): Sign => ({
  id,
  effort: 1,
  ask: both(id),
  answers: { a: both('A'), b: both('B'), c: both('C') },
});
const problem: DiagnosisProblem = {
  id: 'banking/x',
  sector: 'banking',
  title: both('X'),
  related: [],
  services: [],
  risk: 'normal',
  escalate: 'if-unresolved',
  steps: [],
  signs: { sure: { a: 1, b: 0, c: 0 }, torn: { a: 0, b: 0.7, c: 0.3 } },
};
const READERS = 4_000;
/** The share of readers who give an answer. */
const share = (user: (seed: string) => (of: Sign) => string | null, of: string, answer: string | null) => {
  const given = Array.from({ length: READERS }, (_, seed) => user(String(seed))(sign(of)));
  return given.filter((reply) => reply === answer).length / READERS;
};
const reader = (seed: string) => simulateUser(problem, seed);

describe('a simulated reader', () => {
  test.each([
    ['sure', 'a', 0.9],
    ['sure', null, 0.05],
    ['sure', 'b', 0.025],
    ['torn', 'b', 0.7 * 0.9 + 0.3 * 0.025],
    ['torn', 'c', 0.3 * 0.9 + 0.7 * 0.025],
    ['unlisted', null, 0.5],
    ['unlisted', 'a', 0.5 / 3],
  ])('answers %s with %s as often as said', (of, answer, expected) => {
    expect(Math.abs(share(reader, of, answer) - expected)).toBeLessThan(0.025);
  });

  test('gives the same answer however often, and in whatever order', () => {
    const one = simulateUser(problem, 'seed');
    const other = simulateUser(problem, 'seed');
    const answers = ['sure', 'torn', 'unlisted'].map((id) => one(sign(id)));
    expect(['unlisted', 'torn', 'sure'].map((id) => other(sign(id))).toReversed()).toEqual(answers);
  });

  test('without a guide does not know half of the answers', () => {
    expect(Math.abs(share(simulateStranger, 'sure', null) - 0.5)).toBeLessThan(0.025);
  });
});
