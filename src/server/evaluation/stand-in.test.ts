import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../content/index.ts';
import { addStandIns, readCatalogue } from './stand-in.ts';

const ROOT = process.cwd();

describe('addStandIns', () => {
  it('makes each problem of the catalogue findable once in each language', async () => {
    const { articles } = await loadContent(ROOT);
    const problems = readCatalogue(
      await readFile(path.join(ROOT, 'content/catalogue/problems.json'), 'utf8'),
    );
    for (const lang of ['id', 'en'] as const) {
      const all = addStandIns(articles, problems).filter((article) => article.lang === lang);
      const ids = all.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(ids)).toEqual(new Set(problems.map(({ id }) => id)));
    }
  });

  it('says the title in the language and what the scope is, not what it is not', () => {
    const [id, en] = addStandIns(
      [],
      [
        {
          id: 'banking/card-lost',
          sector: 'banking',
          title_id: 'Kartu hilang',
          title_en: 'Lost card',
          scope: 'The card is lost; not a swallowed card (banking/card-swallowed).',
        },
      ],
    );
    expect(id).toMatchObject({ lang: 'id', title: 'Kartu hilang', description: 'The card is lost' });
    expect(en).toMatchObject({ lang: 'en', title: 'Lost card', description: 'The card is lost' });
  });

  it('refuses what is no catalogue', () => {
    expect(() => readCatalogue('[{"id": 1}]')).toThrow();
  });
});
