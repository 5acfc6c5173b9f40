import { openSearch, openSemanticSide } from '../../../core/search/browser.ts';
import { fetchBytes, fetchText, mountSearch } from './mount-search.ts';

mountSearch(async (lang) => {
  const semantic = { [lang]: await openSemanticSide(lang, fetchBytes) };
  const pandu = openSearch({ load: fetchText, semantic });
  return async (query, limit) => (await pandu.search({ query, lang, limit })).results;
});
