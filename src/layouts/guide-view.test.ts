import { describe, expect, test } from 'vitest';
import type { Content, Sign } from '../core/article/index.ts';
import { exampleArticle } from './example-article.ts';
import { guideFinder, guideView } from './guide-view.ts';

const both = (text: string) => ({ id: text, en: `${text} (en)` });
const rich = (text: string) => ({ text, html: text });
const STATUS: Sign = {
  id: 'status',
  ask: both('Apa statusnya?'),
  effort: 1,
  answers: { done: both('Berhasil'), pending: both('Tertunda'), failed: both('Gagal') },
};
const here = exampleArticle({
  id: 'banking/here',
  related: ['banking/pending', 'banking/failed', 'banking/gone'],
  signs: { status: { done: 0.9, pending: 0.05, failed: 0.05 } },
  citations: [{ number: 1, slug: 'law' }],
  services: ['shop'],
  steps: [
    { key: 'look', minutes: 1.5, action: rich('Lihat.'), detail: rich('') },
    {
      key: 'wait',
      minutes: 30,
      action: rich('Tunggu.'),
      detail: rich(''),
      only: { sign: 'status', answer: 'pending' },
    },
  ],
});
const pending = exampleArticle({
  id: 'banking/pending',
  title: 'Tertunda lama',
  signs: { status: { pending: 1 } },
});
const failed = exampleArticle({
  id: 'banking/failed',
  title: 'Gagal kirim',
  signs: { status: { failed: 1 } },
});
const CONTENT: Content = {
  articles: [here, pending, failed],
  signs: new Map([['status', STATUS]]),
  sources: new Map([
    [
      'law',
      { slug: 'law', title: both('UU'), url: 'https://example.org/', strength: 'O', checked: '2026-11-24' },
    ],
  ]),
  services: [
    { slug: 'shop', name: 'Toko', aka: [], sector: 'e-commerce', officialSite: 'example.org', channels: [] },
    { slug: 'other', name: 'Lain', aka: [], sector: 'banking', officialSite: 'example.net', channels: [] },
  ],
  codes: new Map(),
};
const view = guideView(here, CONTENT, guideFinder(CONTENT.articles));

describe('guideView', () => {
  test('asks a question once and lets each answer lead to its neighbour', () => {
    expect(view.unlike).toEqual([
      {
        ask: 'Apa statusnya?',
        answers: [
          { answer: 'Tertunda', title: 'Tertunda lama', path: '/banking/pending/' },
          { answer: 'Gagal', title: 'Gagal kirim', path: '/banking/failed/' },
        ],
      },
    ]);
  });

  test('links only to neighbours that have a guide', () => {
    expect(view.neighbours.map(({ path }) => path)).toEqual(['/banking/pending/', '/banking/failed/']);
  });

  test('says in words for whom a step is, and counts only the minutes of steps for everybody', () => {
    expect(view.conditions.get('wait')).toEqual({ ask: 'Apa statusnya?', answer: 'Tertunda' });
    expect(view.conditions.has('look')).toBe(false);
    expect(view.minutes).toBe(2);
  });

  test('gathers sources, services and the day of the next review', () => {
    expect(view.sources.map(({ slug }) => slug)).toEqual(['law']);
    expect(view.services.map(({ slug }) => slug)).toEqual(['shop']);
    expect(view.reviewBy).toBe('2027-05-23');
  });
});
