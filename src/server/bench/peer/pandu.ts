import { buildSearchIndex } from '../../../core/search/index.ts';
import type { Peer } from './peer.ts';

export const pandu: Peer = {
  name: 'Pandu',
  page: 'pandu',
  settings: 'as the site uses it, lexical side, with its lexicon and the passage of each hit',
  build: ({ guides, lang, lexicon }) => {
    const files = Object.entries(buildSearchIndex(guides, lang, lexicon));
    return Promise.resolve(new Map(files.map(([name, text]) => [name, new TextEncoder().encode(text)])));
  },
};
