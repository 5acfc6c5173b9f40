import { describe, expect, test } from 'vitest';
import { answerQuestion, startDiagnosis } from './diagnosis.ts';
import type { DiagnosisStep } from './diagnosis-problem.ts';
import { BANK_MODEL, fakeProblem, fakeStep } from './fake-problems.ts';
import { orderSteps, type StepTallies } from './order-steps.ts';

const blank = startDiagnosis();
const order = (steps: readonly DiagnosisStep[], tallies?: StepTallies, diagnosis = blank, more = {}) =>
  orderSteps(BANK_MODEL, fakeProblem('banking/x', { steps, ...more }), diagnosis, tallies);
const keys = (...args: Parameters<typeof order>) => order(...args).map(({ step }) => step.key);
const steps = (...keys: string[]) => keys.map((key) => fakeStep(key));
const LATE = fakeStep('late', 1, { only: { sign: 'late', answer: 'yes' } });

describe('orderSteps', () => {
  test('keeps the order of the writer when nobody has tried a step', () => {
    const uneven = [60, 0.5, 3, 15, 1, 0.3].map((minutes, place) => fakeStep(`s${place}`, minutes));
    expect(keys(uneven)).toEqual(['s0', 's1', 's2', 's3', 's4', 's5']);
  });

  test('brings forward what solves more for its time', () => {
    expect(keys(steps('a', 'b', 'c'), { c: { solved: 30, failed: 10 } })).toEqual(['c', 'a', 'b']);
  });

  test('puts back what solves nothing', () => {
    expect(keys(steps('a', 'b', 'c'), { a: { solved: 0, failed: 60 } })).toEqual(['b', 'c', 'a']);
  });

  test('is not moved by one lucky reader', () => {
    expect(keys(steps('a', 'b'), { b: { solved: 1, failed: 0 } })).toEqual(['a', 'b']);
  });

  test('never brings a risky step, or what follows it, before the safe steps', () => {
    const risky = [fakeStep('a'), fakeStep('b', 1, { risk: 'money' }), fakeStep('c'), fakeStep('d')];
    const much = { solved: 90, failed: 0 };
    expect(keys(risky, { b: much, d: much, a: { solved: 0, failed: 90 } })).toEqual(['a', 'b', 'd', 'c']);
  });

  test('keeps the order of the writer where a person takes over at once', () => {
    const much = { solved: 90, failed: 0 };
    expect(keys(steps('a', 'b'), { b: much }, blank, { escalate: 'immediately' })).toEqual(['a', 'b']);
  });

  test.each([
    ['met', 'yes', ['met']],
    ['left out', 'no', []],
    ['unknown after "I don\'t know"', null, ['unknown']],
  ])('a step with a condition is %s', (_, reply, conditions) => {
    const told = answerQuestion(blank, 'late', reply);
    expect(order([LATE], {}, told).map(({ condition }) => condition)).toEqual(conditions);
  });

  test.each([
    ['its condition', order([LATE])[0], 'Only if the answer to “late?” is “YES”.'],
    [
      'the answer that it is for',
      order([LATE], {}, answerQuestion(blank, 'late', 'yes'))[0],
      'This step is for your answer “YES”.',
    ],
    [
      'its risk',
      order([fakeStep('a', 1, { risk: 'money' })])[0],
      'This step is risky out of turn, so it keeps its place.',
    ],
    [
      'what it did for others',
      order(steps('a'), { a: { solved: 9, failed: 3 } })[0],
      'It solved the problem for 9 of the 12 people who tried it.',
    ],
    ['its time', order([fakeStep('a', 0.5)])[0], 'The best chance for about 0.5 minutes.'],
  ])('a step is explained by %s', (_, choice, why) => {
    expect(choice?.why.en).toBe(why);
  });

  test('gives chances that sum to less than 1', () => {
    const sum = order(steps('a', 'b', 'c')).reduce((total, { chance }) => total + chance, 0);
    expect(sum).toBeCloseTo(0.8);
  });
});
