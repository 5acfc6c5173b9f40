import { expect, test } from 'vitest';
import { exampleArticle } from './example-article.ts';
import { guidesBySector } from './most-needed.ts';

const ARTICLES = [
  exampleArticle({ id: 'banking/a', title: 'A', related: ['banking/c'] }),
  exampleArticle({ id: 'banking/b', title: 'B', related: ['banking/c', 'banking/a'] }),
  exampleArticle({ id: 'banking/c', title: 'C' }),
  exampleArticle({ id: 'banking/c', title: 'C', lang: 'en' }),
  exampleArticle({ id: 'education/d', title: 'D', related: ['banking/a', 'banking/c'] }),
];

test('puts first the guides that most others name as neighbours, then goes by title', () => {
  const banking = guidesBySector(ARTICLES, 'id').find(({ sector }) => sector === 'banking');
  expect(banking?.guides.map(({ slug }) => slug)).toEqual(['c', 'a', 'b']);
});

test('keeps the sectors in the order of the site, the empty ones too, and one language', () => {
  const sectors = guidesBySector(ARTICLES, 'en');
  expect(sectors.map(({ sector, guides }) => `${sector} ${guides.length}`)).toEqual([
    'e-commerce 0',
    'banking 1',
    'social-media 0',
    'education 0',
    'government 0',
  ]);
});
