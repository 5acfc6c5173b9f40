import { expect, test } from 'vitest';
import { loadContent } from '../server/content/index.ts';
import { citedSlugs } from '../components/citations.ts';
import { LANGUAGES, type Bilingual } from '../core/article/index.ts';
import { URGENT } from '../i18n/urgent-text.ts';
import { WHO_HELPS } from '../i18n/who-helps-text.ts';
import { citedSources } from './cited-sources.ts';

const law = {
  slug: 'law',
  title: { id: 'UU', en: 'Law' },
  url: 'https://example.org/',
  strength: 'O',
  checked: '2026-11-24',
} as const;

test('gives the sources in the order in which they are cited', () => {
  const sources = new Map([
    ['law', law],
    ['rule', { ...law, slug: 'rule' }],
  ]);
  expect(citedSources(['rule', 'law'], sources).map(({ slug }) => slug)).toEqual(['rule', 'law']);
});

test('refuses a citation that leads nowhere', () => {
  expect(() => citedSources(['gone'], new Map())).toThrow('content/source/gone.yaml does not exist');
});

test('the fixed pages cite the same sources in both languages, and all of them exist', async () => {
  const { sources } = await loadContent(process.cwd());
  const pages: readonly (readonly Bilingual[])[] = [
    [...URGENT.steps.map(({ detail }) => detail), URGENT.after.text],
    [
      ...WHO_HELPS.meaning.map(({ text }) => text),
      ...WHO_HELPS.duties.map(({ limit }) => limit),
      WHO_HELPS.order.first,
      ...WHO_HELPS.helpers.map(({ text }) => text),
    ],
  ];
  for (const texts of pages) {
    const [first, second] = LANGUAGES.map((lang) => citedSlugs(texts.map((text) => text[lang])));
    expect(second).toEqual(first);
    expect(citedSources(first ?? [], sources)).toHaveLength(first?.length ?? -1);
  }
});
