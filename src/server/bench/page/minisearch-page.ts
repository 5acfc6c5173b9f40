import MiniSearch from 'minisearch';
import { MINISEARCH_OPTIONS } from './minisearch-options.ts';
import { fetchText, mountSearch } from './mount-search.ts';

mountSearch(async (lang) => {
  const index = MiniSearch.loadJSON(await fetchText(`${lang}.json`), MINISEARCH_OPTIONS);
  const options = {
    boost: { title: 3, asks: 2, description: 1.5, symptoms: 1.5, steps: 0.5 },
    fuzzy: 0.2,
    prefix: (_: string, place: number, words: readonly string[]) => place === words.length - 1,
  };
  return (query, limit) => {
    const found = index.search(query, options).slice(0, limit);
    return Promise.resolve(found.map((hit) => ({ id: String(hit.id), title: String(hit['title']) })));
  };
});
