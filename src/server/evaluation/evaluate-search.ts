import type { Language } from '../../core/article/browser.ts';
import type { Embedder } from '../../core/search/index.ts';
import {
  evaluateAcrossLanguages,
  evaluateView,
  type CrossLanguageLine,
  type RankingView,
} from './evaluate-view.ts';
import { judgeScope, type ScopeJudgement } from './judge-scope.ts';
import { observeQueries, observeSearch, type Observation } from './observe-search.ts';
import { openWhole, type SearchInput } from './open-evaluated.ts';
import type { ObservedRank } from './rank-legs.ts';
import type { LabelledQuery, StrayQuery } from './read-queries.ts';
import { addStandIns, type CatalogueProblem } from './stand-in.ts';
import { judgeTargets, type Target } from './targets.ts';

/** What an evaluation is made over. */
export interface EvaluationInput extends SearchInput {
  readonly queries: readonly LabelledQuery[];
  readonly strays: readonly StrayQuery[];
  /** Problems with and without a guide. Default none: then only guides are searched. */
  readonly catalogue?: readonly CatalogueProblem[];
  /** True for queries that the calibration was not fitted on. Default false. */
  readonly isHeldOut?: boolean;
  /** A larger model to compare with. */
  readonly teacher?: Embedder;
}

/** Everything that `npm run eval` reports; at the top level over the guides of today. */
export interface Evaluation extends Pick<RankingView, 'ranking' | 'legs' | 'ablations' | 'teacher'> {
  readonly guides: Readonly<Record<Language, number>>;
  /** Labelled queries in the file, and those whose problem has a guide in their language. */
  readonly queries: { readonly given: number; readonly counted: number; readonly strays: number };
  /** The model of the semantic leg, null when search is lexical; and the one it is compared with. */
  readonly model: string | null;
  readonly teacherModel: string | null;
  /** The same over all problems: those without a guide stand there as title and scope. */
  readonly wide: RankingView;
  readonly acrossLanguages: readonly CrossLanguageLine[];
  readonly scope: ScopeJudgement;
  /** The same over all problems, where every labelled query is covered. */
  readonly wideScope: ScopeJudgement;
  readonly targets: readonly Target[];
}

/** A labelled query with what search did; `isCovered` when its problem has a guide. */
export interface ObservedQuery extends ObservedRank {
  readonly isCovered: boolean;
}

/** Evaluates search over labelled queries, over those without a guide, and over stray ones. */
export async function evaluateSearch(input: EvaluationInput): Promise<Evaluation> {
  const { queries, strays } = await observeAll(input);
  const guides = await evaluateView(input, queries.filter(isCovered), input.teacher);
  const wide = { ...input, articles: addStandIns(input.articles, input.catalogue ?? []) };
  const everywhere = await observeAll(wide);
  const evaluation = {
    guides: guides.documents,
    queries: { given: queries.length, counted: guides.queries, strays: strays.length },
    model: input.embedder?.id ?? null,
    teacherModel: input.teacher?.id ?? null,
    ranking: guides.ranking,
    legs: guides.legs,
    ablations: guides.ablations,
    teacher: guides.teacher,
    wide: await evaluateView(wide, everywhere.queries.filter(isCovered), input.teacher),
    acrossLanguages: await evaluateAcrossLanguages(input, input.queries),
    scope: judgeScope(queries, strays),
    wideScope: judgeScope(everywhere.queries, everywhere.strays),
  };
  return { ...evaluation, targets: judgeTargets(evaluation, input.isHeldOut) };
}

function isCovered(observed: ObservedQuery): boolean {
  return observed.isCovered;
}

/** Asks every query of the input, in order. */
export async function observeAll(
  input: EvaluationInput,
): Promise<{ readonly queries: ObservedQuery[]; readonly strays: Observation[] }> {
  const search = await openWhole(input);
  const covered = new Set(input.articles.map(({ id, lang }) => `${lang} ${id}`));
  const queries = (await observeQueries(search, input.queries)).map((observed) => {
    const { lang, problem } = observed.query;
    return { ...observed, isCovered: covered.has(`${lang} ${problem}`) };
  });
  const strays = [];
  for (const query of input.strays) strays.push(await observeSearch(search, query));
  return { queries, strays };
}
