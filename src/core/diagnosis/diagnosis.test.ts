import { describe, expect, test } from 'vitest';
import {
  addWords,
  answerQuestion,
  changeAnswer,
  confirmProblem,
  countAsked,
  DONT_KNOW,
  recordStep,
  repliesTo,
  retractAnswer,
  startDiagnosis,
  turnDown,
} from './diagnosis.ts';

const blank = startDiagnosis();

describe('a diagnosis', () => {
  test('keeps of a hit what the belief needs, and is plain JSON', () => {
    const hit = { id: 'banking/arrived', confidence: 0.4, title: 'Not kept' };
    const diagnosis = addWords(blank, [hit]);
    expect(diagnosis.words).toEqual([[{ id: 'banking/arrived', confidence: 0.4 }]]);
    expect(JSON.parse(JSON.stringify(diagnosis))).toEqual(diagnosis);
  });

  test.each([
    ['one answer', ['yes'], ['yes']],
    ['the same answer again', ['yes', 'yes'], ['yes']],
    ['another answer', ['yes', 'no'], ['yes', 'no']],
    ['an answer that settles a contradiction', ['yes', 'no', 'no'], ['yes', 'no', 'no']],
    ['"I don\'t know" after an answer', ['yes', DONT_KNOW], ['yes']],
    ['an answer after "I don\'t know"', [DONT_KNOW, 'yes'], ['yes']],
    ['"I don\'t know" to a contradiction', ['yes', 'no', DONT_KNOW], ['yes', 'no', DONT_KNOW]],
    ['an answer after that', ['yes', 'no', DONT_KNOW, 'no'], ['yes', 'no', 'no']],
  ])('remembers %s', (_, said, kept) => {
    const diagnosis = said.reduce((before, reply) => answerQuestion(before, 'status', reply), blank);
    expect(repliesTo(diagnosis, 'status')?.replies).toEqual(kept);
  });

  test('counts asking again as a question', () => {
    const twice = answerQuestion(answerQuestion(blank, 'status', 'yes'), 'status', 'no');
    expect(countAsked(answerQuestion(twice, 'kind', DONT_KNOW))).toBe(3);
  });

  test('forgets a contradiction when the answer is changed on purpose', () => {
    const contradicted = answerQuestion(answerQuestion(blank, 'status', 'yes'), 'status', 'no');
    expect(repliesTo(changeAnswer(contradicted, 'status', 'no'), 'status')?.replies).toEqual(['no']);
  });

  test('takes a first answer by way of a change', () => {
    expect(changeAnswer(blank, 'status', 'no')).toEqual(answerQuestion(blank, 'status', 'no'));
  });
});

describe('a confirmed problem', () => {
  const confirmed = confirmProblem(answerQuestion(blank, 'status', 'yes'), 'banking/arrived');

  test('falls with an answer that it was chosen on', () => {
    expect(changeAnswer(confirmed, 'status', 'no').confirmed).toBeUndefined();
    expect(retractAnswer(confirmed, 'status').confirmed).toBeUndefined();
  });

  test('outlives an answer that was given for its steps', () => {
    const later = answerQuestion(confirmed, 'late', 'yes');
    expect(changeAnswer(later, 'late', 'no').confirmed).toEqual(confirmed.confirmed);
    expect(retractAnswer(later, 'late')).toEqual(confirmed);
  });

  test('falls when it is turned down', () => {
    const refused = turnDown(confirmed, ['banking/arrived']);
    expect([refused.confirmed, refused.turnedDown, refused.refusals]).toEqual([
      undefined,
      ['banking/arrived'],
      1,
    ]);
  });

  test('keeps the last result of each step', () => {
    const twice = recordStep(recordStep(confirmed, 'wait', 'skipped'), 'wait', 'failed');
    expect(twice.steps).toEqual([{ problem: 'banking/arrived', step: 'wait', result: 'failed' }]);
  });

  test('is needed before a step can have a result', () => {
    expect(recordStep(blank, 'wait', 'solved')).toEqual(blank);
  });
});
