import { LANGUAGES, type Article, type Language, type Service } from '../../core/article/browser.ts';
import {
  buildSearchIndex,
  buildVectorIndex,
  loadFrom,
  openSearch,
  type Embedder,
  type IndexFiles,
  type SearchParts,
  type SemanticSide,
} from '../../core/search/index.ts';
import type { Lexicons } from '../search/index.ts';
import { judgeScope, type ScopeJudgement } from './judge-scope.ts';
import { observeSearch, type Observation } from './observe-search.ts';
import type { LabelledQuery, StrayQuery } from './read-queries.ts';
import { scoreRanks, type RankScores } from './score-ranks.ts';

/** What an evaluation is made over. */
export interface EvaluationInput {
  readonly articles: readonly Article[];
  readonly services?: readonly Service[];
  readonly lexicons: Lexicons;
  readonly queries: readonly LabelledQuery[];
  readonly strays: readonly StrayQuery[];
  readonly embedder?: Embedder;
}

/** One line of the table: a way of ranking, over a group of queries. */
export interface RankingLine extends RankScores {
  readonly leg: Leg;
  /** `all`, a language, or a style. */
  readonly group: string;
}

export type Leg = 'lexical' | 'semantic' | 'fused';

/** Everything that `npm run eval` reports. */
export interface Evaluation {
  readonly guides: Readonly<Record<Language, number>>;
  /** Labelled queries in the file, and those whose problem has a guide in their language. */
  readonly queries: { readonly given: number; readonly counted: number; readonly strays: number };
  /** The model of the semantic leg; null when search is lexical. */
  readonly model: string | null;
  readonly ranking: readonly RankingLine[];
  readonly ablations: readonly ({ readonly without: keyof SearchParts } & RankScores)[];
  readonly scope: ScopeJudgement;
}

/** A labelled query with what search did; `isCovered` when its problem has a guide. */
export interface ObservedQuery {
  readonly query: LabelledQuery;
  readonly isCovered: boolean;
  readonly seen: Observation;
}

const PARTS: readonly (keyof SearchParts)[] = ['slang', 'asks', 'stemming', 'related', 'sectors'];

/** Evaluates search over labelled queries, over those without a guide, and over stray ones. */
export async function evaluateSearch(input: EvaluationInput): Promise<Evaluation> {
  const { queries, strays } = await observeAll(input);
  const covered = queries.filter(({ isCovered }) => isCovered);
  const ablations = [];
  for (const without of PARTS) {
    const search = openLexical(input, { [without]: false });
    const ranks = [];
    for (const { query } of covered) ranks.push((await observeSearch(search, query, query.problem)).rank);
    ablations.push({ without, ...scoreRanks(ranks) });
  }
  return {
    guides: { id: countGuides(input.articles, 'id'), en: countGuides(input.articles, 'en') },
    queries: { given: queries.length, counted: covered.length, strays: strays.length },
    model: input.embedder?.id ?? null,
    ranking: rankLegs(covered),
    ablations,
    scope: judgeScope(queries, strays),
  };
}

/** Asks every query of the input, in order. */
export async function observeAll(
  input: EvaluationInput,
): Promise<{ readonly queries: ObservedQuery[]; readonly strays: Observation[] }> {
  const search = await openWhole(input);
  const covered = new Set(input.articles.map(({ id, lang }) => `${lang} ${id}`));
  const queries = [];
  for (const query of input.queries) {
    const isCovered = covered.has(`${query.lang} ${query.problem}`);
    queries.push({ query, isCovered, seen: await observeSearch(search, query, query.problem) });
  }
  const strays = [];
  for (const query of input.strays) strays.push(await observeSearch(search, query));
  return { queries, strays };
}

function openLexical(input: EvaluationInput, parts: SearchParts = {}) {
  return openSearch({ load: loadIndex(input, parts) });
}

function loadIndex({ articles, services = [], lexicons }: EvaluationInput, parts: SearchParts) {
  const files = LANGUAGES.map((lang) =>
    buildSearchIndex(articles, lang, lexicons[lang], { services, parts }),
  );
  // Each language's files begin with its name, so none meets another.
  return loadFrom(Object.assign({}, ...files) as IndexFiles);
}

/** The search that is evaluated: with meanings where there is an embedder. */
export async function openWhole(input: EvaluationInput) {
  const { articles, embedder } = input;
  if (!embedder) return openLexical(input);
  const semantic: Partial<Record<Language, SemanticSide>> = {};
  for (const lang of LANGUAGES)
    semantic[lang] = { embedder, vectors: await buildVectorIndex(articles, lang, embedder) };
  return openSearch({ load: loadIndex(input, {}), semantic });
}

function rankLegs(covered: readonly ObservedQuery[]): RankingLine[] {
  const groups = Map.groupBy(
    covered.flatMap((observed) =>
      ['all', observed.query.lang, observed.query.style].map((group) => ({ group, seen: observed.seen })),
    ),
    ({ group }) => group,
  );
  const isFused = covered.some(({ seen }) => seen.semanticRank !== undefined);
  const legs: readonly Leg[] = isFused ? ['lexical', 'semantic', 'fused'] : ['lexical'];
  return [...groups].flatMap(([group, members]) =>
    legs.map((leg) => ({ leg, group, ...scoreRanks(members.map(({ seen }) => rankIn(leg, seen))) })),
  );
}

function rankIn(leg: Leg, seen: Observation): number {
  switch (leg) {
    case 'lexical':
      return seen.lexicalRank;
    case 'semantic':
      return seen.semanticRank ?? Infinity;
    case 'fused':
      return seen.rank;
  }
}

function countGuides(articles: readonly Article[], lang: Language): number {
  return articles.filter((article) => article.lang === lang).length;
}
