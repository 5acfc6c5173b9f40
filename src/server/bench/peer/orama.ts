import { create, insertMultiple, save } from '@orama/orama';
import { createOramaOptions } from '../page/orama-options.ts';
import { flatten, jsonFile, type Peer } from './peer.ts';

export const orama: Peer = {
  name: 'Orama',
  page: 'orama',
  settings:
    'any word may match, boosts as Pandu, the stemmer of @orama/stemmers for the language; no tolerance for typos, because with it fewer guides are found',
  build: async ({ guides, lang }) => {
    const database = create(createOramaOptions(lang));
    await insertMultiple(database, guides.map(flatten));
    return jsonFile(`${lang}.json`, save(database));
  },
};
