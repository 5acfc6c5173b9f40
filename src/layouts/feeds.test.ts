import { expect, test } from 'vitest';
import { exampleArticle } from './example-article.ts';
import { guideFeed } from './guide-feed.ts';
import { llmsText } from './llms-text.ts';

const SITE = new URL('https://pandu.example/');
const ARTICLES = [
  exampleArticle({ id: 'banking/old', reviewed: '2026-01-01' }),
  exampleArticle({ id: 'banking/new', reviewed: '2026-11-01' }),
  exampleArticle({ id: 'banking/new', reviewed: '2026-11-01', lang: 'en', title: 'New' }),
];

test('feeds one language, the last reviewed first', () => {
  const { items } = guideFeed(ARTICLES, 'id', SITE);
  expect(Array.isArray(items) && items.map(({ link }) => link)).toEqual(['/banking/new/', '/banking/old/']);
});

test('lists each guide as markdown, in both languages, for language models', () => {
  const text = llmsText(ARTICLES, SITE);
  expect(text).toContain('- [New](https://pandu.example/en/banking/new.md): Uraian.');
  expect(text).toContain('(https://pandu.example/banking/old.md)');
  expect(text.startsWith('# Pandu\n')).toBe(true);
});
