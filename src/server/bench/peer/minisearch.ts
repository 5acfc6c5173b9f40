import MiniSearch from 'minisearch';
import { MINISEARCH_OPTIONS } from '../page/minisearch-options.ts';
import { flatten, jsonFile, type Peer } from './peer.ts';

export const miniSearch: Peer = {
  name: 'MiniSearch',
  page: 'minisearch',
  settings:
    'any word may match, fuzzy 0.2, prefix on the last word, boosts as Pandu; it brings no stemmer or stop words',
  build: ({ guides, lang }) => {
    const index = new MiniSearch(MINISEARCH_OPTIONS);
    index.addAll(guides.map(flatten));
    return Promise.resolve(jsonFile(`${lang}.json`, index));
  },
};
