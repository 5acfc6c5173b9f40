import { mountSearch } from './mount-search.ts';
import { openPagefind, readResults } from './open-pagefind.ts';

mountSearch(async () => {
  const pagefind = await openPagefind();
  return async (query, limit) => readResults((await pagefind.search(query)).results, limit);
});
