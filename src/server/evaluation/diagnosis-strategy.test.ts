import { describe, expect, test } from 'vitest';
import type { Sign } from '../../core/article/index.ts';
import { prepareDiagnosis, type DiagnosisProblem } from '../../core/diagnosis/index.ts';
import { converse, STRATEGIES } from './diagnosis-strategy.ts';

const both = (text: string) => ({ id: text, en: text });
const sign = (id: string, effort: number): Sign => ({
  id,
  effort,
  ask: both(id),
  answers: { yes: both('Yes'), no: both('No') },
});
const problem = (id: string, signs: DiagnosisProblem['signs']): DiagnosisProblem => ({
  id,
  sector: 'banking',
  title: both(id),
  related: [],
  services: [],
  risk: 'normal',
  escalate: 'if-unresolved',
  steps: [],
  signs,
});
const YES = { yes: 1, no: 0 };
const NO = { yes: 0, no: 1 };
const MODEL = prepareDiagnosis(
  [
    problem('banking/a', { common: YES, telling: YES }),
    problem('banking/b', { common: YES, telling: NO }),
    problem('banking/c', { common: YES }),
  ],
  [sign('common', 1), sign('telling', 2)],
);
const HITS = [
  { id: 'banking/b', confidence: 0.5 },
  { id: 'banking/a', confidence: 0.4 },
];
const readerOfA = (asked: Sign) => (asked.id === 'telling' || asked.id === 'common' ? 'yes' : null);

describe('converse', () => {
  test('offers the first result without a question', () => {
    const conversation = converse('first-result', MODEL, HITS, readerOfA);
    expect(conversation).toEqual({
      offered: 'banking/b',
      shown: ['banking/b', 'banking/a'],
      asked: 0,
      minutes: 0,
    });
  });

  test.each([
    ['diagnosis', 1, 2],
    ['fixed-order', 2, 3],
    ['guide-order', 2, 3],
  ] as const)('%s finds the right problem after %i questions', (strategy, asked, minutes) => {
    expect(converse(strategy, MODEL, HITS, readerOfA)).toMatchObject({
      offered: 'banking/a',
      asked,
      minutes,
    });
  });

  test.each(STRATEGIES.filter((strategy) => strategy !== 'first-result'))(
    '%s offers nothing when nothing was found',
    (strategy) => {
      expect(converse(strategy, MODEL, [], readerOfA)).toEqual({ shown: [], asked: 0, minutes: 0 });
    },
  );
});
