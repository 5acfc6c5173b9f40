import { LANGUAGES, type Language } from '../../core/article/browser.ts';
import type { Embedder } from '../../core/search/index.ts';
import { ablate, type AblationLine } from './ablate.ts';
import { chooseLegs, type LegChoice } from './choose-leg.ts';
import { observeQueries } from './observe-search.ts';
import { openWhole, type SearchInput } from './open-evaluated.ts';
import { groupQueries, rankIn, rankLegs, type ObservedRank, type RankingLine } from './rank-legs.ts';
import type { LabelledQuery } from './read-queries.ts';
import { scoreRanks, type RankScores } from './score-ranks.ts';

/** How one collection of documents is found. */
export interface RankingView {
  readonly documents: Readonly<Record<Language, number>>;
  /** Queries whose problem is among the documents of their language. */
  readonly queries: number;
  readonly ranking: readonly RankingLine[];
  readonly legs: readonly LegChoice[];
  readonly ablations: readonly AblationLine[];
  /** How a larger model alone ranks; null when there was none. */
  readonly teacher: readonly RankingLine[] | null;
}

/** Queries of one language, asked of the guides of the other. */
export interface CrossLanguageLine extends RankScores {
  readonly asked: Language;
  readonly guides: Language;
}

/** Describes how the documents of `input` were ranked for queries whose problem is among them. */
export async function evaluateView(
  input: SearchInput,
  observed: readonly ObservedRank[],
  teacher?: Embedder,
): Promise<RankingView> {
  const counted = observed.map(({ query }) => query);
  const count = (lang: Language) => input.articles.filter((article) => article.lang === lang).length;
  return {
    documents: { id: count('id'), en: count('en') },
    queries: counted.length,
    ranking: rankLegs(observed),
    legs: chooseLegs(observed),
    ablations: await ablate(input, observed),
    teacher: teacher ? await rankByTeacher(input, counted, teacher) : null,
  };
}

async function rankByTeacher(
  input: SearchInput,
  queries: readonly LabelledQuery[],
  embedder: Embedder,
): Promise<RankingLine[]> {
  const observed = await observeQueries(await openWhole({ ...input, embedder }), queries);
  return [...groupQueries(observed)].map(([group, members]) => ({
    leg: 'teacher',
    group,
    ...scoreRanks(members.map(({ seen }) => rankIn('teacher', seen))),
  }));
}

/** Ranks, by meaning alone, the guides of the language in which the query is not; [] without an embedder. */
export async function evaluateAcrossLanguages(
  input: SearchInput,
  queries: readonly LabelledQuery[],
): Promise<CrossLanguageLine[]> {
  if (!input.embedder) return [];
  const search = await openWhole(input);
  const lines: CrossLanguageLine[] = [];
  for (const asked of LANGUAGES.toReversed()) {
    for (const guides of LANGUAGES.filter((lang) => lang !== asked)) {
      const there = new Set(input.articles.filter(({ lang }) => lang === guides).map(({ id }) => id));
      const moved = queries
        .filter(({ lang, problem }) => lang === asked && there.has(problem))
        .map((query) => ({ ...query, lang: guides }));
      const observed = await observeQueries(search, moved);
      lines.push({ asked, guides, ...scoreRanks(observed.map(({ seen }) => rankIn('semantic', seen))) });
    }
  }
  return lines;
}
