import { describe, expect, test } from 'vitest';
import { computeBelief, likeliest } from './belief.ts';
import { prepareDiagnosis } from './diagnosis-model.ts';
import {
  addWords,
  answerQuestion,
  startDiagnosis,
  turnDown,
  type Diagnosis,
  type DiagnosisContext,
} from './diagnosis.ts';
import { BANK_MODEL, fakeProblem } from './fake-problems.ts';

const blank = startDiagnosis();
const of = (id: string, diagnosis: Diagnosis) =>
  computeBelief(BANK_MODEL, diagnosis)[BANK_MODEL.placeOf.get(id) ?? -1] ?? NaN;
const somethingElse = (diagnosis: Diagnosis) => computeBelief(BANK_MODEL, diagnosis).at(-1) ?? NaN;
const inContext = (context: DiagnosisContext) => startDiagnosis(undefined, context);

describe('computeBelief', () => {
  test('takes all problems alike without evidence', () => {
    const [first, ...others] = [...computeBelief(BANK_MODEL, blank)].slice(0, -1);
    for (const other of others) expect(other).toBeCloseTo(first ?? NaN);
  });

  test('follows the confidence of the hits, and leaves every problem a chance', () => {
    const diagnosis = startDiagnosis([
      { id: 'banking/arrived', confidence: 0.6 },
      { id: 'banking/wrong', confidence: 0.2 },
    ]);
    expect(of('banking/arrived', diagnosis)).toBeGreaterThan(0.5);
    expect(of('banking/wrong', diagnosis)).toBeGreaterThan(of('banking/pending', diagnosis));
    expect(of('banking/pending', diagnosis)).toBeGreaterThan(0.01);
  });

  test('takes words for which nothing was found as a sign of something else', () => {
    expect(somethingElse(startDiagnosis([]))).toBeGreaterThan(0.8);
  });

  test.each([
    ['of a problem that is gone', [{ id: 'banking/gone', confidence: 0.9 }]],
    ['that are no probabilities', [{ id: 'banking/wrong', confidence: NaN }]],
    [
      'that sum to more than 1',
      ['arrived', 'wrong'].map((slug) => ({ id: `banking/${slug}`, confidence: 3 })),
    ],
    ['of the same problem twice', [1, 2].map(() => ({ id: 'banking/wrong', confidence: 0.5 }))],
  ])('sums to 1 with hits %s', (_, hits) => {
    const belief = computeBelief(BANK_MODEL, startDiagnosis(hits));
    expect(belief.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(Math.min(...belief)).toBeGreaterThan(0);
  });

  test('a second message of the same words adds less than the first', () => {
    const hits = [{ id: 'banking/arrived', confidence: 0.8 }];
    const once = of('banking/arrived', startDiagnosis(hits));
    const twice = of('banking/arrived', addWords(startDiagnosis(hits), hits));
    expect(twice).toBeGreaterThan(once);
    expect(twice - once).toBeLessThan((once - of('banking/arrived', blank)) / 2);
  });

  test('an answer raises the problems that expect it', () => {
    const diagnosis = answerQuestion(blank, 'status', 'pending');
    expect(of('banking/pending', diagnosis)).toBeGreaterThan(of('banking/pending', blank));
    expect(of('banking/arrived', diagnosis)).toBeLessThan(of('banking/arrived', blank));
  });

  test('one wrong answer never rules a problem out', () => {
    const wrong = answerQuestion(blank, 'status', 'failed');
    const mended = answerQuestion(answerQuestion(wrong, 'details', 'yes'), 'kind', 'bank');
    expect(likeliest(BANK_MODEL, computeBelief(BANK_MODEL, mended)).map(({ id }) => id)).toContain(
      'banking/arrived',
    );
    expect(of('banking/arrived', mended)).toBeGreaterThan(0.05);
  });

  test.each([
    ['"I don\'t know"', answerQuestion(blank, 'status', null)],
    ['a contradiction', answerQuestion(answerQuestion(blank, 'status', 'success'), 'status', 'failed')],
    ['a sign that is gone', answerQuestion(blank, 'gone', 'yes')],
    ['an answer that is gone', answerQuestion(blank, 'status', 'gone')],
  ])('%s changes nothing', (_, diagnosis) => {
    expect(computeBelief(BANK_MODEL, diagnosis)).toEqual(computeBelief(BANK_MODEL, blank));
  });

  test.each<[string, DiagnosisContext, string]>([
    ['the sector', { sector: 'e-commerce' }, 'e-commerce/parcel'],
    ['the service', { service: 'bank-a' }, 'banking/pending'],
    ['an incident', { incidentProblems: ['banking/wrong'] }, 'banking/wrong'],
    ['the guide that they come from', { article: 'banking/wrong' }, 'banking/wrong'],
    ['a neighbour of that guide', { article: 'banking/wrong' }, 'banking/arrived'],
  ])('%s raises its problem', (_, context, id) => {
    expect(of(id, inContext(context))).toBeGreaterThan(1.2 * of(id, blank));
  });

  test('"none of these" raises something else', () => {
    const none = turnDown(blank, ['banking/arrived', 'banking/pending', 'banking/wrong']);
    expect(somethingElse(none)).toBeGreaterThan(2 * somethingElse(blank));
  });

  test('is certain of something else without problems', () => {
    expect([...computeBelief(prepareDiagnosis([], []), startDiagnosis([]))]).toEqual([1]);
  });
});

describe('likeliest', () => {
  test('gives the best first, ties in order of id, at most the limit', () => {
    const model = prepareDiagnosis(
      ['d', 'b', 'c', 'a'].map((id) => fakeProblem(id)),
      [],
    );
    const belief = Float64Array.of(0.2, 0.2, 0.4, 0.1, 0.1);
    expect(likeliest(model, belief, 3).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
