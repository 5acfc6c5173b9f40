import { openSearch } from '../../../core/search/browser.ts';
import { fetchText, mountSearch } from './mount-search.ts';

mountSearch((lang) => {
  const pandu = openSearch({ load: fetchText });
  return Promise.resolve(async (query, limit) => (await pandu.search({ query, lang, limit })).results);
});
