import { createIndex } from 'pagefind';
import type { Article, Language } from '../../../core/article/index.ts';
import { BOOSTS, flatten, type Peer } from './peer.ts';

export const pagefind: Peer = {
  name: 'Pagefind',
  page: 'pagefind',
  settings:
    'HTML with the same five fields, weights as Pandu, its own stemmer; every word must match, as it ships',
  build: async ({ guides, lang }) => {
    const { index, errors } = await createIndex({ forceLanguage: lang });
    if (!index) throw new PagefindError(errors);
    try {
      for (const guide of guides) {
        const added = await index.addHTMLFile({ url: `/${guide.id}/`, content: drawPage(guide, lang) });
        if (added.errors.length > 0) throw new PagefindError(added.errors);
      }
      const { files } = await index.getFiles();
      // Its ready-made interfaces are not fetched by a site that draws its own.
      const needed = files.filter(({ path }) => !/-ui\.|highlight|unknown/.test(path));
      return new Map(needed.map(({ path, content }) => [`pagefind/${path}`, content]));
    } finally {
      await index.deleteIndex();
    }
  },
};

/** Few questions have all their words in one guide; this is what a site would have to add for itself. */
export const pagefindAnyWord: Peer = {
  ...pagefind,
  name: 'Pagefind, any word',
  page: 'pagefind-any-word',
  settings: 'the same index, asked for each word by itself, scores added up',
};

class PagefindError extends Error {
  override readonly name = 'PagefindError';

  constructor(errors: readonly string[]) {
    super(`Pagefind did not make an index: ${errors.join('; ')}`);
  }
}

function drawPage(guide: Article, lang: Language): string {
  const flat = flatten(guide);
  const weighted = (field: 'asks' | 'description' | 'symptoms' | 'steps') =>
    `<p data-pagefind-weight="${BOOSTS[field]}">${escapeHtml(flat[field])}</p>`;
  return `<!doctype html><html lang="${lang}"><title>${escapeHtml(flat.title)}</title><body data-pagefind-body>
    <h1 data-pagefind-weight="${BOOSTS.title}">${escapeHtml(flat.title)}</h1>
    ${weighted('asks')}${weighted('description')}${weighted('symptoms')}${weighted('steps')}</body></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
