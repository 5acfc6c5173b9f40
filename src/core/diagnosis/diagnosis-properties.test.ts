import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeBelief } from './belief.ts';
import { decide } from './decide.ts';
import {
  addWords,
  answerQuestion,
  changeAnswer,
  confirmProblem,
  countAsked,
  recordStep,
  repliesTo,
  retractAnswer,
  startDiagnosis,
  turnDown,
  type Diagnosis,
  type WordHit,
} from './diagnosis.ts';
import { prepareDiagnosis, type DiagnosisModel } from './diagnosis-model.ts';
import { orderSteps } from './order-steps.ts';
import { fakeProblem, fakeSign, fakeStep } from './fake-problems.ts';

const SIGNS = ['s0', 's1', 's2', 's3', 's4', 's5', 's6'].map((id, place) =>
  fakeSign(id, ['a', 'b', 'c'].slice(0, 2 + (place % 2)), 1 + (place % 3)),
);
const IDS = ['banking/p0', 'banking/p1', 'banking/p2', 'e-commerce/p3', 'e-commerce/p4', 'banking/p5'];

const anySign = fc.constantFrom(...SIGNS.map(({ id }) => id));
const anyReply = fc.constantFrom('a', 'b', 'c', null);
const anyLikelihoods = fc.dictionary(
  anySign,
  fc.dictionary(fc.constantFrom('a', 'b'), fc.double({ min: 0, max: 1, noNaN: true })),
);
const anySteps = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('x', 'y', 'z', 'u'),
    minutes: fc.double({ min: 0.1, max: 60, noNaN: true }),
    only: fc.option(fc.record({ sign: anySign, answer: fc.constantFrom('a', 'b') }), { nil: undefined }),
    risk: fc.constantFrom(undefined, 'money' as const),
  }),
  { selector: ({ key }) => key },
);
const anyModel = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...IDS), signs: anyLikelihoods, steps: anySteps }), {
    selector: ({ id }) => id,
  })
  .map((problems) =>
    prepareDiagnosis(
      problems.map(({ id, signs, steps }) =>
        fakeProblem(id, {
          signs,
          steps: steps.map(({ key, minutes, only, risk }) =>
            fakeStep(key, minutes, { ...(only && { only }), ...(risk && { risk }) }),
          ),
        }),
      ),
      SIGNS,
    ),
  );
const anyHits: fc.Arbitrary<WordHit[]> = fc.array(
  fc.record({ id: fc.constantFrom(...IDS, 'banking/gone'), confidence: fc.double({ min: -1, max: 2 }) }),
  { maxLength: 6 },
);
const anyAnswers = fc.uniqueArray(fc.tuple(anySign, anyReply), { selector: ([sign]) => sign, maxLength: 6 });
/** Numbers that decide how a reader reacts, one after the other. */
const anyReactions = fc.array(fc.nat(11), { minLength: 80, maxLength: 80 });

const withAnswers = (diagnosis: Diagnosis, answers: readonly (readonly [string, string | null])[]) =>
  answers.reduce((all, [sign, reply]) => answerQuestion(all, sign, reply), diagnosis);

describe('every diagnosis', () => {
  test('ends after at most five questions, two offers and each step once', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.option(anyHits, { nil: undefined }),
        anyReactions,
        (model, hits, reactions) => {
          const path = follow(model, startDiagnosis(hits), reactions);
          expect(path.ended).toBe(true);
          expect(path.asked).toBeLessThanOrEqual(5);
          expect(path.offers).toBeLessThanOrEqual(2);
          expect(new Set(path.steps).size).toBe(path.steps.length);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('has probabilities that sum to 1', () => {
    fc.assert(
      fc.property(anyModel, anyHits, anyAnswers, fc.subarray(IDS), (model, hits, answers, refused) => {
        const belief = computeBelief(model, turnDown(withAnswers(startDiagnosis(hits), answers), refused));
        expect(belief.length).toBe(model.problems.length + 1);
        expect(belief.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
        expect(belief.every((value) => value > 0 || model.problems.length === 0)).toBe(true);
      }),
    );
  });

  test('comes out the same whatever the order of the evidence', () => {
    fc.assert(
      fc.property(anyModel, anyHits, anyHits, anyHits, anyAnswers, (model, one, two, three, answers) => {
        const forth = withAnswers(addWords(addWords(startDiagnosis(one), two), three), answers);
        const back = withAnswers(startDiagnosis(), answers.toReversed());
        const backwards = addWords(addWords(addWords(back, three), two), one);
        expect(computeBelief(model, backwards)).toEqual(computeBelief(model, forth));
      }),
    );
  });

  test('decides the same from the same evidence, and from the same content in another order', () => {
    fc.assert(
      fc.property(anyModel, anyHits, anyAnswers, (model, hits, answers) => {
        const diagnosis = withAnswers(startDiagnosis(hits), answers);
        const again = prepareDiagnosis(model.problems.toReversed(), SIGNS.toReversed());
        const restored = JSON.parse(JSON.stringify(diagnosis)) as Diagnosis;
        const confidencesAreNumbers = hits.every(({ confidence }) => Number.isFinite(confidence));
        fc.pre(confidencesAreNumbers);
        expect(decide(again, restored)).toEqual(decide(model, diagnosis));
      }),
    );
  });

  test('is as if never answered after an answer was taken back', () => {
    fc.assert(
      fc.property(anyHits, anyAnswers, anySign, anyReply, (hits, answers, sign, reply) => {
        const before = withAnswers(
          startDiagnosis(hits),
          answers.filter(([other]) => other !== sign),
        );
        expect(retractAnswer(answerQuestion(before, sign, reply), sign)).toEqual(before);
      }),
    );
  });

  test('is as if answered so at first after an answer was changed', () => {
    fc.assert(
      fc.property(anyHits, anyAnswers, anyReply, (hits, answers, reply) => {
        fc.pre(answers.length > 0);
        const changed = changeAnswer(
          withAnswers(startDiagnosis(hits), answers),
          answers[0]?.[0] ?? '',
          reply,
        );
        const atFirst = answers.map(([sign, said], place) => [sign, place === 0 ? reply : said] as const);
        expect(changed).toEqual(withAnswers(startDiagnosis(hits), atFirst));
      }),
    );
  });

  test('raises something else when the reader says "none of these"', () => {
    fc.assert(
      fc.property(anyModel, anyHits, fc.subarray(IDS, { minLength: 1 }), (model, hits, refused) => {
        fc.pre(refused.some((id) => model.placeOf.has(id)));
        const before = computeBelief(model, startDiagnosis(hits)).at(-1) ?? NaN;
        const after = computeBelief(model, turnDown(startDiagnosis(hits), refused)).at(-1) ?? NaN;
        expect(after).toBeGreaterThan(before);
      }),
    );
  });

  test('keeps the order of the writer while nobody has tried a step', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 600, noNaN: true }), { maxLength: 12 }), (minutes) => {
        const steps = minutes.map((time, place) => fakeStep(`step-${place}`, time));
        const ordered = orderSteps(
          prepareDiagnosis([], []),
          fakeProblem('banking/x', { steps }),
          startDiagnosis(),
        );
        expect(ordered.map(({ step }) => step)).toEqual(steps);
      }),
    );
  });

  test('never asks what was answered, except after a contradiction', () => {
    fc.assert(
      fc.property(anyModel, anyHits, anyAnswers, (model, hits, answers) => {
        const diagnosis = withAnswers(startDiagnosis(hits), answers);
        const outcome = decide(model, diagnosis);
        if (outcome.kind === 'ask') expect(repliesTo(diagnosis, outcome.question.sign.id)).toBeUndefined();
      }),
    );
  });
});

/** Lets a capricious reader go through: answers anything, contradicts, takes and refuses at random. */
function follow(model: DiagnosisModel, start: Diagnosis, reactions: readonly number[]) {
  let diagnosis = start;
  let offers = 0;
  const steps: string[] = [];
  for (const reaction of reactions) {
    const outcome = decide(model, diagnosis);
    switch (outcome.kind) {
      case 'ask': {
        const reply = [null, 'a', 'b', 'c'][reaction % 4] ?? null;
        diagnosis = answerQuestion(diagnosis, outcome.question.sign.id, reply);
        // Now and then the reader says the opposite on their own.
        if (reaction === 9 && countAsked(diagnosis) < 5) {
          diagnosis = answerQuestion(diagnosis, outcome.question.sign.id, 'b');
        }
        break;
      }
      case 'confirm':
        offers++;
        diagnosis =
          reaction % 2 === 0
            ? confirmProblem(diagnosis, outcome.problem)
            : turnDown(diagnosis, [outcome.problem]);
        break;
      case 'steps':
        steps.push(`${outcome.problem} ${outcome.next.step.key}`);
        diagnosis = recordStep(diagnosis, outcome.next.step.key, reaction % 5 === 0 ? 'solved' : 'failed');
        break;
      case 'solved':
      case 'nothing-fits':
        return { ended: true, asked: countAsked(diagnosis), offers, steps };
    }
  }
  return { ended: false, asked: countAsked(diagnosis), offers, steps };
}
