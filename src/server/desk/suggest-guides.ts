import { permalinkPath, type Article, type Language } from '../../core/article/browser.ts';
import type { SearchRequest, SearchResponse } from '../../core/search/browser.ts';
import type { DeskStory, DeskSuggestion } from '../../core/ticket/index.ts';

/** What guides are suggested from. */
export interface SuggestionSources {
  readonly search: (request: SearchRequest) => Promise<SearchResponse>;
  readonly readArticle: (lang: Language, id: string) => Promise<Article | undefined>;
  readonly siteUrl: string;
}

/** What is being talked about. */
export interface SuggestionSubject {
  readonly lang: Language;
  /** What the reader wrote, the newest last. */
  readonly said: readonly string[];
  /** What the agent is writing. */
  readonly typed: string;
  readonly story?: DeskStory;
  /** Ids of the guides that were sent already. */
  readonly sent?: ReadonlySet<string>;
  /** The problem that the ticket is filed under. */
  readonly problem?: string;
}

const MOST = 5;
/** Words of a reader that are searched with: the newest say what is asked now. */
const LONGEST_QUERY = 600;
/** What the agent writes says more than what the reader wrote, and the diagnosis more than search. */
const WEIGHTS = { typed: 1, said: 0.7, story: 1, problem: 0.5 } as const;
/** What fits less is noise: it would take the place of nothing, and be sent to somebody all the same. */
const LEAST_PROBABILITY = 0.05;

/** Guides that fit a conversation as it stands, the likeliest first, in the reader's language; at most five, and none that hardly fits. */
export async function suggestGuides(
  { search, readArticle, siteUrl }: SuggestionSources,
  { lang, said, typed, story, problem, sent }: SuggestionSubject,
): Promise<readonly DeskSuggestion[]> {
  const find = async (query: string) => {
    if (query.trim() === '') return [];
    const { results, outOfScope } = await search({ query, lang, limit: MOST, passages: false });
    return outOfScope ? [] : results;
  };
  const [bySaid, byTyped] = await Promise.all([find(newest(said)), find(typed.slice(0, LONGEST_QUERY))]);
  const scores = new Map<string, number>();
  const add = (id: string, score: number) => scores.set(id, Math.max(scores.get(id) ?? 0, score));
  for (const { id, confidence } of bySaid) add(id, WEIGHTS.said * confidence);
  for (const { id, confidence } of byTyped) add(id, WEIGHTS.typed * confidence);
  for (const { id, probability } of story?.candidates ?? []) add(id, WEIGHTS.story * probability);
  if (problem !== undefined) add(problem, WEIGHTS.problem);
  const best = [...scores]
    .filter(([, score]) => score >= LEAST_PROBABILITY)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST);
  const suggestions = await Promise.all(
    best.map(async ([id, probability]): Promise<DeskSuggestion | undefined> => {
      const article = await readArticle(lang, id);
      return (
        article && {
          id,
          code: article.code,
          title: article.title,
          lang,
          probability,
          url: `${siteUrl}${permalinkPath(article.code, lang)}`,
          ...(sent?.has(id) && { isSent: true }),
        }
      );
    }),
  );
  return suggestions.filter((one) => one !== undefined);
}

function newest(said: readonly string[]): string {
  let query = '';
  for (const text of said.toReversed()) {
    if (query.length + text.length > LONGEST_QUERY && query !== '') break;
    query = `${text}\n${query}`;
  }
  return query.slice(0, LONGEST_QUERY);
}
