import type { Language } from '../../core/article/browser.ts';
import { weighEvidence, type QueryFeatures, type Search } from '../../core/search/index.ts';
import type { LabelledQuery } from './read-queries.ts';

/** What search did with one query. Ranks count from 1; Infinity is "not found", undefined "nobody looked". */
export interface Observation {
  readonly lexicalRank: number;
  readonly semanticRank?: number;
  readonly rank: number;
  readonly features: QueryFeatures;
  /** Probability that some guide answers, and that the first hit is the one. */
  readonly any: number;
  readonly firstConfidence: number;
  /** What each hit has for it, as the probabilities weigh it. */
  readonly evidence: readonly number[];
}

/** Hits that are looked at; a guide below them counts as not found. */
const DEPTH = 50;

/** Asks one query and finds the places of `problem`; without it all ranks are Infinity. */
export async function observeSearch(
  search: Search,
  query: { readonly q: string; readonly lang: Language },
  problem?: string,
): Promise<Observation> {
  const explanation = await search.explain({
    query: query.q,
    lang: query.lang,
    limit: DEPTH,
    passages: false,
  });
  const { found, features, any, mode, response, words } = explanation;
  const place = response.results.findIndex(({ id }) => id === problem);
  const right = found[place];
  return {
    lexicalRank: right?.lexical?.rank ?? Infinity,
    ...(mode === 'fused' && { semanticRank: right?.semantic?.rank ?? Infinity }),
    rank: place < 0 ? Infinity : place + 1,
    features,
    any,
    firstConfidence: found[0]?.confidence ?? 0,
    evidence: weighEvidence(
      found.map(({ score }) => score),
      mode,
      words.length,
    ),
  };
}

/** Asks labelled queries, in order. */
export async function observeQueries(
  search: Search,
  queries: readonly LabelledQuery[],
): Promise<{ readonly query: LabelledQuery; readonly seen: Observation }[]> {
  const observed = [];
  for (const query of queries)
    observed.push({ query, seen: await observeSearch(search, query, query.problem) });
  return observed;
}
