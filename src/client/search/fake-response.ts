import type { SearchHit, SearchResponse } from '../../core/search/browser.ts';

/** A hit for tests: only the id matters, the rest follows from it. */
export function fakeHit(id: string): SearchHit {
  return {
    id,
    url: `/${id}/`,
    title: `Guide ${id}`,
    description: '',
    sector: 'banking',
    score: 1,
    confidence: 0.5,
    passage: { text: `About ${id}`, anchor: '', marks: [] },
  };
}

/** An answer for tests that lists the ids in order. */
export function fakeResponse(query: string, ids: readonly string[]): SearchResponse {
  return { query, lang: 'id', outOfScope: false, mode: 'lexical', results: ids.map(fakeHit) };
}
