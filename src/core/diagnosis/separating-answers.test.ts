import { describe, expect, test } from 'vitest';
import type { Sign } from '../article/browser.ts';
import { separatingAnswers } from './separating-answers.ts';

const both = (text: string) => ({ id: text, en: text });
const sign = (id: string, effort: number): Sign => ({
  id,
  effort,
  ask: both(`${id}?`),
  answers: { yes: both('Ya'), no: both('Tidak') },
});
const SIGNS = new Map([sign('status', 1), sign('history', 3), sign('proof', 5)].map((s) => [s.id, s]));
const always = (answer: string) => ({ [answer]: 1 });
const found = (ours: object, theirs: object) =>
  separatingAnswers({ signs: ours as never }, [{ id: 'banking/other', signs: theirs as never }], SIGNS).map(
    ({ sign, answer }) => `${sign.id}=${answer}`,
  );

describe('separatingAnswers', () => {
  test('gives the answer that the neighbour expects and the problem does not', () => {
    expect(found({ status: always('yes') }, { status: always('no') })).toEqual(['status=no']);
  });

  test('takes the largest difference, whatever the effort', () => {
    const ours = { status: { yes: 0.5, no: 0.5 }, proof: always('yes') };
    const theirs = { status: { yes: 0.1, no: 0.9 }, proof: always('no') };
    expect(found(ours, theirs)).toEqual(['proof=no']);
  });

  test('takes the question that is easier to answer when the differences are nearly equal', () => {
    const ours = { proof: always('yes'), status: always('yes') };
    const theirs = { proof: always('no'), status: { yes: 0.05, no: 0.95 } };
    expect(found(ours, theirs)).toEqual(['status=no']);
  });

  test.each([
    ['they share no sign', { status: always('yes') }, { history: always('no') }],
    ['they expect the same', { status: always('yes') }, { status: always('yes') }],
    ['the difference is slight', { status: { yes: 0.6, no: 0.4 } }, { status: { yes: 0.4, no: 0.6 } }],
    ['the sign is unknown', { gone: always('yes') }, { gone: always('no') }],
    ['there are no signs', {}, {}],
  ])('leaves a neighbour out when %s', (_, ours, theirs) => {
    expect(found(ours, theirs)).toEqual([]);
  });

  test('keeps the order of the neighbours and stops at the limit', () => {
    const neighbours = ['a/1', 'a/2', 'a/3', 'a/4'].map((id) => ({ id, signs: { status: always('no') } }));
    const result = separatingAnswers({ signs: { status: always('yes') } }, neighbours, SIGNS);
    expect(result.map(({ neighbour }) => neighbour)).toEqual(['a/1', 'a/2', 'a/3']);
  });
});
