import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import {
  answerQuestion,
  changeAnswer,
  confirmProblem,
  recordStep,
  startDiagnosis,
  turnDown,
} from './diagnosis.ts';
import { prepareDiagnosis } from './diagnosis-model.ts';
import { BANK_MODEL, fakeProblem, fakeStep } from './fake-problems.ts';

const hits = (...slugs: string[]) =>
  startDiagnosis(slugs.map((slug) => ({ id: `banking/${slug}`, confidence: 0.97 / slugs.length })));
const unsure = hits('arrived', 'pending');
const confirmed = confirmProblem(hits('arrived'), 'banking/arrived');

describe('decide', () => {
  test('asks while two problems are possible', () => {
    expect(decide(BANK_MODEL, unsure)).toMatchObject({ kind: 'ask', question: { reason: 'separates' } });
  });

  test('offers the problem when it is likely enough, with the answer that speaks for it', () => {
    expect(decide(BANK_MODEL, answerQuestion(unsure, 'status', 'pending'))).toMatchObject({
      kind: 'confirm',
      problem: 'banking/pending',
      why: { id: 'Karena jawabannya “PENDING”.', en: 'Because you answered “PENDING”.' },
    });
  });

  test('offers by the words alone when they are clear', () => {
    expect(decide(BANK_MODEL, hits('pending'))).toMatchObject({
      kind: 'confirm',
      problem: 'banking/pending',
      why: { en: 'Your words are nearest to this guide.' },
    });
  });

  test('asks again after two different answers, and says which they were', () => {
    const contradicted = answerQuestion(answerQuestion(unsure, 'status', 'pending'), 'status', 'success');
    expect(decide(BANK_MODEL, contradicted)).toMatchObject({
      kind: 'ask',
      question: {
        sign: { id: 'status' },
        reason: 'contradiction',
        said: ['pending', 'success'],
        why: { en: 'First you said “PENDING”, then “SUCCESS”. Which is right?' },
      },
    });
    const settled = answerQuestion(contradicted, 'status', 'pending');
    expect(decide(BANK_MODEL, settled)).toMatchObject({ kind: 'confirm', problem: 'banking/pending' });
  });

  test('asks no more than five times, even after a contradiction', () => {
    const four = ['a', 'b', 'c'].reduce((all, sign) => answerQuestion(all, sign, null), unsure);
    const contradicted = answerQuestion(answerQuestion(four, 'status', 'pending'), 'status', 'success');
    expect(decide(BANK_MODEL, contradicted).kind).not.toBe('ask');
  });

  test('decides anew when an answer is changed', () => {
    const first = answerQuestion(unsure, 'status', 'pending');
    const changed = changeAnswer(confirmProblem(first, 'banking/pending'), 'status', 'success');
    const straight = answerQuestion(unsure, 'status', 'success');
    expect(decide(BANK_MODEL, changed)).toEqual(decide(BANK_MODEL, straight));
  });

  test('does not offer again what was turned down', () => {
    const outcome = decide(BANK_MODEL, turnDown(hits('arrived', 'wrong'), ['banking/arrived']));
    expect(JSON.stringify(outcome)).not.toContain('"problem":"banking/arrived"');
  });

  test('hands over after two refusals, with what comes nearest', () => {
    const refused = turnDown(turnDown(unsure, ['banking/arrived']), ['banking/pending']);
    const outcome = decide(BANK_MODEL, refused);
    expect(outcome).toMatchObject({ kind: 'nothing-fits', reason: 'turned-down' });
    expect(outcome.kind === 'nothing-fits' && outcome.nearest.map(({ id }) => id)).not.toContain(
      'banking/arrived',
    );
  });

  test('says that nothing fits when nothing was found for the words', () => {
    expect(decide(BANK_MODEL, startDiagnosis([]))).toMatchObject({
      kind: 'nothing-fits',
      reason: 'no-guide',
    });
  });

  test.each([
    ['no guide', [], 'nothing-fits'],
    ['one guide', [fakeProblem('banking/only')], 'confirm'],
  ])('works with %s', (_, problems, kind) => {
    expect(decide(prepareDiagnosis(problems, []), startDiagnosis()).kind).toBe(kind);
  });

  test('offers a guess when no sign can tell two problems apart', () => {
    const model = prepareDiagnosis([fakeProblem('banking/a'), fakeProblem('banking/b')], []);
    expect(decide(model, hits('a', 'b'))).toMatchObject({
      kind: 'confirm',
      problem: 'banking/a',
      alternatives: [{ id: 'banking/b' }],
    });
  });
});

describe('the steps of a confirmed problem', () => {
  const after = (...results: readonly (readonly [string, 'failed' | 'skipped' | 'solved'])[]) =>
    results.reduce((all, [step, result]) => recordStep(all, step, result), confirmed);

  test('come one at a time, with those that follow', () => {
    const outcome = decide(BANK_MODEL, confirmed);
    expect(outcome).toMatchObject({
      kind: 'steps',
      problem: 'banking/arrived',
      next: { step: { key: 'wait' } },
    });
    expect(outcome.kind === 'steps' && outcome.later.map(({ step }) => step.key)).toEqual([
      'call',
      'only-late',
    ]);
  });

  test('go on after one that failed or was skipped', () => {
    expect(decide(BANK_MODEL, after(['wait', 'failed']))).toMatchObject({ next: { step: { key: 'call' } } });
  });

  test('are asked about before one that is for some readers only', () => {
    const tried = after(['wait', 'failed'], ['call', 'skipped']);
    expect(decide(BANK_MODEL, tried)).toMatchObject({
      kind: 'ask',
      question: { reason: 'step', sign: { id: 'late' } },
    });
    expect(decide(BANK_MODEL, answerQuestion(tried, 'late', 'yes'))).toMatchObject({
      next: { step: { key: 'only-late' }, condition: 'met' },
    });
    expect(decide(BANK_MODEL, answerQuestion(tried, 'late', null))).toMatchObject({
      next: { step: { key: 'only-late' }, condition: 'unknown' },
    });
  });

  test('end when they are used up', () => {
    const tried = answerQuestion(after(['wait', 'failed'], ['call', 'failed']), 'late', 'no');
    expect(decide(BANK_MODEL, tried)).toMatchObject({
      kind: 'nothing-fits',
      reason: 'steps-tried',
      problem: 'banking/arrived',
    });
  });

  test('end when one solved it', () => {
    expect(decide(BANK_MODEL, after(['wait', 'solved']))).toEqual({
      kind: 'solved',
      problem: 'banking/arrived',
      step: 'wait',
    });
  });

  test('follow what earlier readers found', () => {
    const model = prepareDiagnosis([fakeProblem('banking/a', { steps: [fakeStep('x'), fakeStep('y')] })], []);
    const tallies = new Map([['banking/a', { y: { solved: 40, failed: 0 } }]]);
    const outcome = decide(model, confirmProblem(startDiagnosis(), 'banking/a'), tallies);
    expect(outcome).toMatchObject({ next: { step: { key: 'y' } } });
  });

  test('are not given for a problem whose guide is gone', () => {
    expect(decide(BANK_MODEL, confirmProblem(unsure, 'banking/gone')).kind).toBe('ask');
  });
});
