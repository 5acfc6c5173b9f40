import { describe, expect, test } from 'vitest';
import { computeBelief } from './belief.ts';
import { answerQuestion, startDiagnosis, type Diagnosis } from './diagnosis.ts';
import { prepareDiagnosis } from './diagnosis-model.ts';
import type { DiagnosisProblem } from './diagnosis-problem.ts';
import { BANK_MODEL, fakeProblem, fakeSign } from './fake-problems.ts';
import { nextQuestion } from './next-question.ts';

const ask = (diagnosis: Diagnosis, model = BANK_MODEL) =>
  nextQuestion(model, diagnosis, computeBelief(model, diagnosis));
const hits = (...slugs: string[]) =>
  startDiagnosis(slugs.map((slug) => ({ id: `banking/${slug}`, confidence: 0.9 / slugs.length })));
/** Two problems with the given likelihoods of each sign. */
const pair = (a: DiagnosisProblem['signs'], b: DiagnosisProblem['signs'], efforts: Record<string, number>) =>
  prepareDiagnosis(
    [fakeProblem('banking/a', { signs: a }), fakeProblem('banking/b', { signs: b })],
    Object.entries(efforts).map(([id, effort]) => fakeSign(id, ['yes', 'no'], effort)),
  );
const YES = { yes: 1 };
const NO = { no: 1 };

describe('nextQuestion', () => {
  test('asks what tells the likely problems apart', () => {
    expect(ask(hits('arrived', 'pending'))?.sign.id).toBe('status');
    expect(ask(hits('arrived', 'wrong'))?.sign.id).toBe('details');
  });

  test('names the two problems that the answer tells apart', () => {
    expect(ask(hits('arrived', 'pending'))?.why).toEqual({
      id: 'Jawabannya membedakan “Title arrived” dari “Title pending”.',
      en: 'Your answer tells “Title arrived” from “Title pending”.',
    });
  });

  test('prefers the answer that is easier to find when both tell as much', () => {
    const model = pair({ costly: YES, easy: YES }, { costly: NO, easy: NO }, { easy: 1, costly: 5 });
    expect(ask(hits('a', 'b'), model)?.sign.id).toBe('easy');
  });

  test('prefers the answer that tells more when both are as easy', () => {
    const vague = [
      { yes: 0.6, no: 0.4 },
      { yes: 0.4, no: 0.6 },
    ] as const;
    const model = pair({ a: vague[0], b: YES }, { a: vague[1], b: NO }, { a: 1, b: 1 });
    expect(ask(hits('a', 'b'), model)?.sign.id).toBe('b');
  });

  test.each([
    ['both problems expect the same', { s: YES }, { s: YES }],
    ['only one problem lists the sign', { s: YES }, {}],
    ['the answers say nothing', { s: { yes: 0.5, no: 0.5 } }, { s: { yes: 0.5, no: 0.5 } }],
  ])('asks nothing when %s', (_, a, b) => {
    expect(ask(hits('a', 'b'), pair(a, b, { s: 1 }))).toBeUndefined();
  });

  test('does not ask again, not even after "I don\'t know"', () => {
    const told = answerQuestion(hits('arrived', 'pending'), 'status', null);
    expect(ask(told)?.sign.id).not.toBe('status');
  });

  test('stops after five answers', () => {
    const four = ['a', 'b', 'c', 'd'].reduce(
      (all, sign) => answerQuestion(all, sign, null),
      hits('arrived', 'pending'),
    );
    expect(ask(four)?.sign.id).toBe('status');
    expect(ask(answerQuestion(four, 'e', null))).toBeUndefined();
  });

  test('asks nothing when nothing was found for the words', () => {
    expect(ask(startDiagnosis([]))).toBeUndefined();
  });

  test('expects more questions the more problems are possible', () => {
    const all = (ask(startDiagnosis())?.left ?? 0) - (ask(hits('arrived', 'pending'))?.left ?? 0);
    expect(all).toBeGreaterThanOrEqual(0);
    expect(ask(hits('arrived', 'pending'))?.left).toBe(1);
  });
});
