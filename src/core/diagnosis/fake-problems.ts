import type { Bilingual, Sign } from '../article/browser.ts';
import { prepareDiagnosis, type DiagnosisModel } from './diagnosis-model.ts';
import type { DiagnosisProblem, DiagnosisStep } from './diagnosis-problem.ts';

/** A sign whose answers are worded as their keys. */
export function fakeSign(id: string, answers: readonly string[] = ['yes', 'no'], effort = 1): Sign {
  return {
    id,
    effort,
    ask: both(`${id}?`),
    answers: Object.fromEntries(answers.map((answer) => [answer, both(answer.toUpperCase())])),
  };
}

export function fakeStep(key: string, minutes = 1, more: Partial<DiagnosisStep> = {}): DiagnosisStep {
  return { key, minutes, ...more };
}

/** A problem of its id's sector with the title `Title <slug>`; no signs, no steps unless given. */
export function fakeProblem(id: string, more: Partial<DiagnosisProblem> = {}): DiagnosisProblem {
  const [sector, slug = id] = id.split('/');
  return {
    id,
    sector: sector === 'e-commerce' ? sector : 'banking',
    title: both(`Title ${slug}`),
    related: [],
    signs: {},
    services: [],
    risk: 'normal',
    escalate: 'if-unresolved',
    steps: [],
    ...more,
  };
}

/** Three bank problems that `status` tells apart, one shop problem, and a sign that is dear to answer. */
export const BANK_MODEL: DiagnosisModel = prepareDiagnosis(
  [
    fakeProblem('banking/arrived', {
      signs: { status: { success: 1 }, details: { yes: 1 }, kind: { bank: 1 } },
      steps: [fakeStep('wait', 5), fakeStep('call', 15), fakeStep('only-late', 1, only('late', 'yes'))],
    }),
    fakeProblem('banking/pending', {
      signs: { status: { pending: 1 }, kind: { bank: 1 } },
      services: ['bank-a'],
      steps: [fakeStep('refresh')],
    }),
    fakeProblem('banking/wrong', {
      related: ['banking/arrived'],
      signs: { status: { success: 1 }, details: { no: 1 }, kind: { bank: 1 } },
      steps: [fakeStep('call-bank', 10)],
    }),
    fakeProblem('e-commerce/parcel', { signs: { kind: { shop: 1 } }, steps: [fakeStep('track')] }),
  ],
  [
    fakeSign('status', ['success', 'pending', 'failed']),
    fakeSign('details', ['yes', 'no'], 3),
    fakeSign('kind', ['bank', 'shop'], 0.5),
    fakeSign('late'),
  ],
);

function only(sign: string, answer: string): Partial<DiagnosisStep> {
  return { only: { sign, answer } };
}

function both(text: string): Bilingual {
  return { id: text, en: text };
}
