import type { z } from 'zod';
import type { Report } from './content-file.ts';
import { nearest } from './nearest.ts';
import type { problemSchema } from './schema.ts';
import { separatingSigns } from './sign-likelihood.ts';
import type { Sign } from './article.ts';
import type { YamlData } from './yaml-file.ts';

/** A `problem.yaml` that fits its schema. */
export interface ProblemFile extends YamlData<z.infer<typeof problemSchema>> {
  readonly id: string;
  readonly file: string;
}

/** What a problem may refer to. */
export interface ProblemSurroundings {
  readonly ids: ReadonlySet<string>;
  readonly signs: ReadonlyMap<string, Sign> | undefined;
  readonly services: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** Reports every name in a `problem.yaml` that does not exist, and answers that are no answers. */
export function checkProblem(problem: ProblemFile, around: ProblemSurroundings, report: Report): void {
  checkNames(problem, 'related', problem.data.related, around.ids, 'guide', report);
  checkNames(problem, 'services', problem.data.services, around.services, 'file in content/service', report);
  checkNames(problem, 'sources', problem.data.sources, around.sources, 'file in content/source', report);
  const self = problem.data.related.indexOf(problem.id);
  if (self >= 0) {
    report(
      problem.file,
      problem.locate(['related', self]),
      'related',
      `The problem is related to itself.`,
      `Remove "${problem.id}" from "related".`,
    );
  }
  for (const [sign, expected] of Object.entries(problem.data.signs)) {
    checkAnswers(problem, ['signs', sign], sign, expectedAnswers(expected), around, report);
    if (typeof expected !== 'string') checkSum(problem, sign, expected, around, report);
  }
  checkSteps(problem, around, report);
}

/** The answers that a problem names for a sign. */
export function expectedAnswers(expected: ProblemFile['data']['signs'][string]): readonly string[] {
  return typeof expected === 'string' ? [expected] : Object.keys(expected);
}

function checkNames(
  problem: ProblemFile,
  field: 'related' | 'services' | 'sources',
  names: readonly string[],
  known: ReadonlySet<string>,
  what: string,
  report: Report,
): void {
  names.forEach((name, index) => {
    const place = problem.locate([field, index]);
    if (!known.has(name)) {
      const hint =
        known.size > 0 ? `Did you mean "${nearest(name, [...known])}"? Otherwise remove it.` : 'Remove it.';
      report(problem.file, place, field, `"${field}" names "${name}", but there is no such ${what}.`, hint);
    } else if (names.indexOf(name) !== index) {
      report(problem.file, place, field, `"${field}" names "${name}" twice.`, 'Remove one of them.');
    }
  });
}

function checkAnswers(
  problem: ProblemFile,
  path: readonly PropertyKey[],
  name: string,
  answers: readonly string[],
  { signs }: ProblemSurroundings,
  report: Report,
): void {
  if (!signs) return;
  const sign = signs.get(name);
  if (!sign) {
    const hint = signs.size > 0 ? `Did you mean "${nearest(name, [...signs.keys()])}"? Otherwise` : 'Either';
    report(
      problem.file,
      problem.locate(path),
      'sign',
      `There is no sign called "${name}".`,
      `${hint} add it to content/sign/${problem.id.split('/')[0] ?? ''}.yaml.`,
    );
    return;
  }
  for (const answer of answers.filter((answer) => !Object.hasOwn(sign.answers, answer))) {
    report(
      problem.file,
      problem.locate(path),
      'answer',
      `The sign "${name}" has no answer "${answer}".`,
      `Use one of: ${Object.keys(sign.answers).join(', ')}.`,
    );
  }
}

function checkSum(
  problem: ProblemFile,
  sign: string,
  likelihoods: Readonly<Record<string, number>>,
  { signs }: ProblemSurroundings,
  report: Report,
): void {
  const sum = Object.values(likelihoods).reduce((total, value) => total + value, 0);
  const answers = Object.keys(signs?.get(sign)?.answers ?? {});
  // What the named answers leave over goes to the others; when all are named, nothing may be left over.
  const least =
    answers.every((answer) => Object.hasOwn(likelihoods, answer)) && answers.length > 0 ? 0.999 : 0.001;
  if (sum >= least && sum <= 1.001) return;
  report(
    problem.file,
    problem.locate(['signs', sign]),
    'likelihood',
    `The likelihoods of "${sign}" add up to ${String(Math.round(sum * 100) / 100)}.`,
    'Make them add up to 1, for example { yes: 0.7, no: 0.3 }.',
  );
}

function checkSteps(problem: ProblemFile, around: ProblemSurroundings, report: Report): void {
  const seen = new Set<string>();
  problem.data.steps.forEach((step, index) => {
    if (seen.has(step.key)) {
      report(
        problem.file,
        problem.locate(['steps', index]),
        'step-key',
        `Two steps have the key "${step.key}".`,
        'Give each step its own key: it is the address of the step.',
      );
    }
    seen.add(step.key);
    for (const [sign, answer] of Object.entries(step.only ?? {})) {
      checkAnswers(problem, ['steps', index, 'only', sign], sign, [answer], around, report);
    }
  });
}

/** A problem with its filled-in likelihoods, as `checkSeparation` needs it. */
export interface SeparableProblem {
  readonly problem: ProblemFile;
  readonly signs: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Reports each pair of related problems that no question can tell apart, once. */
export function checkSeparation(problems: ReadonlyMap<string, SeparableProblem>, report: Report): void {
  const seen = new Set<string>();
  for (const [id, { problem, signs }] of problems) {
    problem.data.related.forEach((relatedId, index) => {
      const pair = [id, relatedId].sort().join(' ');
      const other = problems.get(relatedId);
      if (!other || relatedId === id || seen.has(pair)) return;
      seen.add(pair);
      if (separatingSigns(signs, other.signs).length > 0) return;
      report(
        problem.file,
        problem.locate(['related', index]),
        'separation',
        `No sign tells "${id}" from "${relatedId}", so nobody can be asked which of the two it is.`,
        `Give both a sign that they share with different answers under "signs". Shared now: ${shared(signs, other.signs)}.`,
      );
    });
  }
}

function shared(a: SeparableProblem['signs'], b: SeparableProblem['signs']): string {
  return (
    Object.keys(a)
      .filter((sign) => sign in b)
      .join(', ') || 'none'
  );
}
