import { guidePath, type Language } from '../article/browser.ts';
import { choosePassage } from './choose-passage.ts';
import type { SearchHit, SearchRequest, SearchResponse } from './hit.ts';
import type { LoadFile } from './index-files.ts';
import { openIndex, type OpenIndex } from './open-index.ts';
import { retrieve, type Found, type Retrieval, type Retrieve, type SemanticSide } from './retrieve.ts';

export interface SearchOptions {
  /** Where the files of the index come from. */
  readonly load: LoadFile;
  /** The semantic side of each language that has one; without it search compares words alone. */
  readonly semantic?: Partial<Record<Language, SemanticSide>>;
  /** Finds and orders guides in place of the files, for collections that live elsewhere; `semantic` is not used then. */
  readonly retrieveFrom?: Readonly<Record<Language, Retrieve>>;
}

/** A retrieval with the hits that a reader would get: `response.results[n]` is drawn from `found[n]`. */
export interface Explanation extends Retrieval {
  readonly response: SearchResponse;
}

export interface Search {
  search(request: SearchRequest): Promise<SearchResponse>;
  /** The same search with every reason for its order. */
  explain(request: SearchRequest): Promise<Explanation>;
}

const DEFAULT_LIMIT = 10;
const MOST_HITS = 50;
/** From this probability on, some guide is taken to answer. */
const IN_SCOPE_FROM = 0.5;

/**
 * A search over the files of an index; nothing is fetched before the first query, and each file once.
 * Any text is a valid query; one without a meaningful word has no results and is out of scope.
 */
export function openSearch({ load, semantic, retrieveFrom }: SearchOptions): Search {
  const opened = new Map<Language, Promise<OpenIndex>>();
  const open = (lang: Language) => {
    const known = opened.get(lang);
    if (known) return known;
    const index = openIndex(lang, load);
    opened.set(lang, index);
    // A failed fetch may succeed the next time.
    index.catch(() => opened.delete(lang));
    return index;
  };
  const explain = async (request: SearchRequest): Promise<Explanation> => {
    const index = await open(request.lang);
    const retrieval = retrieveFrom
      ? await retrieveFrom[request.lang](request, index)
      : await retrieve(request, index, semantic?.[request.lang]);
    const shown = retrieval.found.slice(0, boundLimit(request.limit));
    const response = {
      query: request.query,
      lang: request.lang,
      outOfScope: retrieval.any < IN_SCOPE_FROM,
      mode: retrieval.mode,
      results: await Promise.all(shown.map((found) => drawHit(found, retrieval, request, index))),
    };
    return { ...retrieval, response };
  };
  return { explain, search: async (request) => (await explain(request)).response };
}

function boundLimit(limit = DEFAULT_LIMIT): number {
  return Number.isNaN(limit) ? DEFAULT_LIMIT : Math.min(MOST_HITS, Math.max(1, Math.trunc(limit)));
}

async function drawHit(
  found: Found,
  retrieval: Retrieval,
  request: SearchRequest,
  index: OpenIndex,
): Promise<SearchHit> {
  const card = await index.loadCard(found.document);
  const passages =
    request.passages === false
      ? [{ anchor: '', text: card.description, words: index.analyser.analyse(card.description) }]
      : await index.loadPassages(found.document);
  return {
    id: card.id,
    url: guidePath(card.id, request.lang),
    title: card.title,
    description: card.description,
    // Every document number that has a card lies in a sector.
    sector: index.sectorOf(found.document) ?? 'e-commerce',
    score: found.score,
    confidence: found.confidence,
    passage: choosePassage(passages, retrieval.importance, markedTerms(retrieval)),
  };
}

/** Words that stand in the query in some form; a related word would look like a mistake. */
function markedTerms({ words }: Retrieval): Set<string> {
  const terms = words.flatMap((word) => word.terms.filter(({ kind }) => kind !== 'related'));
  return new Set(terms.map(({ term }) => term));
}
