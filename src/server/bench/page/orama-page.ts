import { create, load, search, type RawData } from '@orama/orama';
import { fetchText, mountSearch } from './mount-search.ts';
import { createOramaOptions } from './orama-options.ts';

mountSearch(async (lang) => {
  const database = create(createOramaOptions(lang));
  // The file is what `save` of the same release wrote.
  load(database, JSON.parse(await fetchText(`${lang}.json`)) as RawData);
  return async (term, limit) => {
    const { hits } = await search(database, {
      term,
      limit,
      properties: ['title', 'asks', 'description', 'symptoms', 'steps'],
      boost: { title: 3, asks: 2, description: 1.5, symptoms: 1.5, steps: 0.5 },
    });
    return hits.map(({ document }) => ({ id: document.id, title: document.title }));
  };
});
