import type { Content, Sign } from '../../core/article/index.ts';
import {
  answerQuestion,
  decide,
  diagnosisProblems,
  prepareDiagnosis,
  startDiagnosis,
  type DiagnosisProblem,
} from '../../core/diagnosis/index.ts';

/** How long a diagnosis over so many problems takes, in milliseconds. */
export interface DiagnosisSpeed {
  readonly problems: number;
  /** Making the model, once. */
  readonly prepareMs: number;
  /** One decision, from the evidence to the next question. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

const SIZES = [150, 5_000];
const ROUNDS = 60;
const WARM_UP = 20;

/** Times decisions over copies of the guides, each set of copies with signs of its own. Nothing without guides. */
export function measureDiagnosis({ articles, signs }: Content): DiagnosisSpeed[] {
  const problems = diagnosisProblems(articles);
  return problems.length === 0 ? [] : SIZES.map((size) => measure(size, problems, [...signs.values()]));
}

function measure(
  size: number,
  problems: readonly DiagnosisProblem[],
  signs: readonly Sign[],
): DiagnosisSpeed {
  const copies = Math.ceil(size / problems.length);
  const grown = Array.from({ length: copies }, (_, copy) => problems.map((one) => copyProblem(one, copy)));
  const grownSigns = Array.from({ length: copies }, (_, copy) =>
    signs.map((sign) => ({ ...sign, id: `${sign.id}-${copy}` })),
  );
  const start = performance.now();
  const model = prepareDiagnosis(grown.flat().slice(0, size), grownSigns.flat());
  const prepareMs = performance.now() - start;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const hits = model.problems
      .slice(round % size, (round % size) + 10)
      .map(({ id }) => ({ id, confidence: 0.08 }));
    let diagnosis = startDiagnosis(hits);
    for (let turn = 0; turn < 5; turn++) {
      const before = performance.now();
      const outcome = decide(model, diagnosis);
      if (round >= WARM_UP) times.push(performance.now() - before);
      if (outcome.kind !== 'ask') break;
      const [answer] = Object.keys(outcome.question.sign.answers);
      diagnosis = answerQuestion(diagnosis, outcome.question.sign.id, answer ?? null);
    }
  }
  times.sort((a, b) => a - b);
  const medianMs = times[Math.floor(times.length / 2)] ?? NaN;
  return { problems: size, prepareMs, medianMs, p99Ms: times[Math.floor(times.length * 0.99)] ?? NaN };
}

function copyProblem(problem: DiagnosisProblem, copy: number): DiagnosisProblem {
  const signs = Object.entries(problem.signs).map(([sign, answers]) => [`${sign}-${copy}`, answers]);
  return {
    ...problem,
    id: `${problem.id}-${copy}`,
    signs: Object.fromEntries(signs) as DiagnosisProblem['signs'],
  };
}
