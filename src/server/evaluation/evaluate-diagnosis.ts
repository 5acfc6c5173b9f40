import { diagnosisProblems, prepareDiagnosis, type WordHit } from '../../core/diagnosis/index.ts';
import type { Content, Language } from '../../core/article/index.ts';
import type { Search } from '../../core/search/index.ts';
import { converse, STRATEGIES, type Conversation, type Strategy } from './diagnosis-strategy.ts';
import { simulateStranger, simulateUser, type SimulatedUser } from './diagnosis-user.ts';
import { estimate, type Estimate } from './interval.ts';
import type { LabelledQuery, StrayQuery } from './read-queries.ts';

export interface DiagnosisInput {
  readonly content: Content;
  readonly search: Search;
  readonly queries: readonly LabelledQuery[];
  readonly strays: readonly StrayQuery[];
}

/** How one way of asking did; intervals are over problems, since a problem's readers are alike. */
export interface StrategyScore {
  readonly strategy: Strategy;
  /** Share of readers who were offered the right problem. */
  readonly right: Estimate;
  /** Share for whom it was among the (at most three) that were shown. */
  readonly shown: Estimate;
  /** Share who were offered nothing. */
  readonly nothing: Estimate;
  readonly questions: Estimate;
  readonly mostQuestions: number;
  /** Minutes that answering took. */
  readonly minutes: Estimate;
  /** Share of out-of-scope readers who were offered a problem, and how often they were asked. */
  readonly strayOffered: number;
  readonly strayQuestions: number;
}

export interface DiagnosisEvaluation {
  readonly problems: number;
  readonly queries: { readonly given: number; readonly counted: number; readonly strays: number };
  readonly usersPerQuery: number;
  readonly scores: readonly StrategyScore[];
  /** The diagnosis alone, by problem, the worst first: where a better sign would help. */
  readonly weakest: readonly WeakProblem[];
}

interface WeakProblem {
  readonly problem: string;
  readonly right: number;
  /** What was offered instead most often; null for nothing. */
  readonly mistakenFor: string | null;
}

const USERS_PER_QUERY = 20;
const WEAKEST = 10;

interface Talk extends Conversation {
  readonly problem: string;
}

/** Lets simulated readers start from each query whose problem has a guide, in each strategy; seeded. */
export async function evaluateDiagnosis(input: DiagnosisInput): Promise<DiagnosisEvaluation> {
  const problems = diagnosisProblems(input.content.articles);
  const model = prepareDiagnosis(problems, input.content.signs.values());
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  const counted = input.queries.flatMap((query) => {
    const problem = byId.get(query.problem);
    return problem ? [{ query, problem }] : [];
  });
  const readers: { problem: string; hits: readonly WordHit[]; user: SimulatedUser }[] = [];
  for (const [index, { query, problem }] of counted.entries()) {
    const hits = await findHits(input.search, query);
    for (let user = 0; user < USERS_PER_QUERY; user++) {
      readers.push({ problem: problem.id, hits, user: simulateUser(problem, `${index} ${user}`) });
    }
  }
  const strangers: { hits: readonly WordHit[]; user: SimulatedUser }[] = [];
  for (const [index, stray] of input.strays.entries()) {
    strangers.push({ hits: await findHits(input.search, stray), user: simulateStranger(`stray ${index}`) });
  }
  const talk = (strategy: Strategy) =>
    readers.map(({ problem, hits, user }): Talk => ({ problem, ...converse(strategy, model, hits, user) }));
  const scores = STRATEGIES.map((strategy) =>
    score(
      strategy,
      talk(strategy),
      strangers.map(({ hits, user }) => converse(strategy, model, hits, user)),
    ),
  );
  return {
    problems: problems.length,
    queries: { given: input.queries.length, counted: counted.length, strays: input.strays.length },
    usersPerQuery: USERS_PER_QUERY,
    scores,
    weakest: findWeakest(talk('diagnosis')),
  };
}

/** All hits: a guide in tenth place may be the one. */
async function findHits(
  search: Search,
  { q, lang }: { q: string; lang: Language },
): Promise<readonly WordHit[]> {
  return (await search.search({ query: q, lang, limit: 50, passages: false })).results;
}

function score(strategy: Strategy, talks: readonly Talk[], strays: readonly Conversation[]): StrategyScore {
  const groups = [...Map.groupBy(talks, ({ problem }) => problem).values()];
  const over = (read: (talk: Talk) => number) =>
    estimate(
      groups.map((group) => mean(group.map(read))),
      mean,
    );
  return {
    strategy,
    right: over(({ offered, problem }) => (offered === problem ? 1 : 0)),
    shown: over(({ shown, problem }) => (shown.includes(problem) ? 1 : 0)),
    nothing: over(({ offered }) => (offered === undefined ? 1 : 0)),
    questions: over(({ asked }) => asked),
    mostQuestions: Math.max(0, ...talks.map(({ asked }) => asked)),
    minutes: over(({ minutes }) => minutes),
    strayOffered: mean(strays.map(({ offered }) => (offered === undefined ? 0 : 1))),
    strayQuestions: mean(strays.map(({ asked }) => asked)),
  };
}

function findWeakest(talks: readonly Talk[]): WeakProblem[] {
  return [...Map.groupBy(talks, ({ problem }) => problem)]
    .map(([problem, group]) => {
      const wrong = Map.groupBy(
        group.filter(({ offered }) => offered !== problem),
        ({ offered }) => offered ?? null,
      );
      const [most] = [...wrong].sort(([, a], [, b]) => b.length - a.length);
      return {
        problem,
        right: mean(group.map(({ offered }) => (offered === problem ? 1 : 0))),
        mistakenFor: most?.[0] ?? null,
      };
    })
    .sort((a, b) => a.right - b.right)
    .slice(0, WEAKEST);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
