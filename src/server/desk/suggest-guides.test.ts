import { describe, expect, test } from 'vitest';
import { fakeArticle } from '../../core/search/fake-articles.ts';
import type { DeskStory } from '../../core/ticket/index.ts';
import { suggestGuides, type SuggestionSubject } from './suggest-guides.ts';

const STORY: DeskStory = { summary: '', said: [], signs: [], tried: [], candidates: [], state: 'ask' };

/** Suggests where search finds guides with these confidences, the same for all words. */
async function suggest(confidences: Readonly<Record<string, number>>, subject: Partial<SuggestionSubject>) {
  const results = Object.entries(confidences).map(([id, confidence]) => ({
    ...{ id, confidence, url: '', title: id, description: '', sector: 'banking' as const, score: confidence },
    passage: { text: '', anchor: '', marks: [] },
  }));
  const suggested = await suggestGuides(
    {
      search: ({ query, lang }) =>
        Promise.resolve({ query, lang, outOfScope: false, mode: 'lexical', results }),
      readArticle: (lang, id) => Promise.resolve(fakeArticle({ id, lang, title: id })),
      siteUrl: 'https://example.org',
    },
    { lang: 'id', said: [], typed: '', ...subject },
  );
  return suggested.map(({ id, probability }) => [id, probability]);
}

describe('suggestGuides', () => {
  test('takes what the agent writes for more than what the reader wrote', async () => {
    expect(await suggest({ 'banking/a': 0.5 }, { said: ['otp'] })).toEqual([['banking/a', 0.35]]);
    expect(await suggest({ 'banking/a': 0.5 }, { said: ['otp'], typed: 'otp' })).toEqual([
      ['banking/a', 0.5],
    ]);
  });

  test('says nothing rather than a guide that hardly fits', async () => {
    const candidates = [
      { id: 'banking/b', title: '', probability: 0.049 },
      { id: 'banking/c', title: '', probability: 0.05 },
    ];
    const found = { 'banking/a': 0.004, 'banking/d': 0 };
    expect(await suggest(found, { typed: 'otp', story: { ...STORY, candidates } })).toEqual([
      ['banking/c', 0.05],
    ]);
    expect(await suggest(found, { said: ['otp'] })).toEqual([]);
  });

  test('keeps the problem that a ticket is filed under, whatever search says', async () => {
    expect(await suggest({ 'banking/a': 0 }, { typed: 'otp', problem: 'banking/a' })).toEqual([
      ['banking/a', 0.5],
    ]);
  });

  test('asks search nothing where nothing was written', async () => {
    expect(await suggest({ 'banking/a': 1 }, { said: ['  '] })).toEqual([]);
  });
});
