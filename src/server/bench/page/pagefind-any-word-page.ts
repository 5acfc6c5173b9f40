import { mountSearch } from './mount-search.ts';
import { openPagefind, readResults, type PagefindResult } from './open-pagefind.ts';

mountSearch(async () => {
  const pagefind = await openPagefind();
  return async (query, limit) => {
    const words = new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu));
    const found = new Map<string, { score: number; result: PagefindResult }>();
    for (const { results } of await Promise.all([...words].map((word) => pagefind.search(word)))) {
      for (const result of results) {
        found.set(result.id, { score: result.score + (found.get(result.id)?.score ?? 0), result });
      }
    }
    const best = [...found.values()].sort((a, b) => b.score - a.score).map(({ result }) => result);
    return readResults(best, limit);
  };
});
