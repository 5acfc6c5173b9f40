import { describe, expect, it } from 'vitest';
import { SECTORS } from '../article/browser.ts';
import { buildSearchIndex } from './build-index.ts';
import { fakeArticle } from './fake-articles.ts';
import { loadFrom } from './index-files.ts';
import type { Lexicon } from './lexicon.ts';
import { openSearch } from './open-search.ts';

const LEXICON: Lexicon = { informal: {}, functionWords: ['dan'], related: [], sectors: {}, roots: ['kirim'] };

/** Pronounceable words that no two guides share, and some that many do. */
function inventWord(number: number): string {
  const [onsets, vowels] = ['bcdfghjklmnprstw', 'aeiou'];
  const pick = (letters: string, part: number) =>
    letters[Math.floor(number / 7 ** part) % letters.length] ?? 'a';
  return [0, 1, 2, 3].map((part) => pick(onsets, part) + pick(vowels, part + 1)).join('');
}

const MANY = Array.from({ length: 600 }, (_, index) =>
  fakeArticle({
    id: `${SECTORS[index % SECTORS.length] ?? ''}/guide-${index}`,
    title: `${inventWord(3 * index)} ${inventWord(5 * index + 1)} pengiriman`,
    description: `Umum ${inventWord(7 * index + 2)} dan ${inventWord(11 * index + 3)}.`,
    steps: [`Periksa ${inventWord(13 * index)} ${inventWord(17 * index)} ${inventWord(19 * index)}.`],
  }),
);

describe('buildSearchIndex', () => {
  it('puts a small index into the manifest, passages aside', () => {
    const files = buildSearchIndex(MANY.slice(0, 20), 'id', LEXICON);
    expect(Object.keys(files).filter((name) => !name.startsWith('id-passages-'))).toEqual(['id.json']);
  });

  it('cuts a large index into files of a few kilobytes, named by their content', () => {
    const files = buildSearchIndex(MANY, 'id', LEXICON);
    const names = Object.keys(files);
    for (const kind of ['terms', 'cards', 'passages'])
      expect(names.filter((name) => name.startsWith(`id-${kind}-`)).length).toBeGreaterThan(3);
    for (const name of names.filter((file) => file.startsWith('id-terms-')))
      expect(files[name]?.length).toBeLessThan(8_000);
    const changed = buildSearchIndex(
      [...MANY.slice(0, -1), fakeArticle({ id: 'government/new', title: 'Lain' })],
      'id',
      LEXICON,
    );
    const kept = Object.keys(changed).filter((name) => files[name] === changed[name]);
    expect(kept.length).toBeGreaterThan(10);
  });

  it('gives the same answers from a large index as from all of its terms at once', async () => {
    const files = buildSearchIndex(MANY, 'id', LEXICON);
    const search = openSearch({ load: loadFrom(files) });
    for (const guide of MANY.filter((_, index) => index % 97 === 0)) {
      const { results } = await search.search({ query: guide.title, lang: 'id' });
      expect(results[0]).toMatchObject({ id: guide.id, title: guide.title, sector: guide.sector });
      expect(results[0]?.passage.text).not.toBe('');
    }
  });

  it('needs only the shards of the words asked', async () => {
    const files = buildSearchIndex(MANY, 'id', LEXICON);
    const fetched: string[] = [];
    const search = openSearch({ load: (name) => (fetched.push(name), loadFrom(files)(name)) });
    await search.search({
      query: `${inventWord(3)} ${inventWord(9)}`,
      lang: 'id',
      limit: 1,
      passages: false,
    });
    const terms = fetched.filter((name) => name.includes('-terms-'));
    expect(terms.length).toBeGreaterThan(0);
    expect(terms.length).toBeLessThanOrEqual(4);
  });

  it('finds a word with its vowels left out, in the shard where it stands', async () => {
    const search = openSearch({ load: loadFrom(buildSearchIndex(MANY, 'id', LEXICON)) });
    const { words } = await search.explain({ query: 'pngrmn', lang: 'id' });
    expect(words[0]?.terms[0]).toMatchObject({ term: 'pengiriman', kind: 'typo' });
  });

  it('is the same for the same guides in any order', () => {
    const some = MANY.slice(0, 50);
    expect(buildSearchIndex([...some].reverse(), 'id', LEXICON)).toEqual(
      buildSearchIndex(some, 'id', LEXICON),
    );
  });

  it('is one small file without guides', () => {
    expect(Object.keys(buildSearchIndex([], 'id', LEXICON))).toEqual(['id.json']);
  });

  it('lists fifty guides at most, whatever is asked for', async () => {
    const search = openSearch({ load: loadFrom(buildSearchIndex(MANY, 'id', LEXICON)) });
    const count = async (limit: number) =>
      (await search.search({ query: 'pengiriman', lang: 'id', limit, passages: false })).results.length;
    expect([await count(1e9), await count(Infinity), await count(50), await count(-3)]).toEqual([
      50, 50, 50, 1,
    ]);
  });

  it('fetches a part again after a fetch that failed', async () => {
    const load = loadFrom(buildSearchIndex(MANY, 'id', LEXICON));
    let isDown = true;
    const search = openSearch({
      load: (name) => (isDown && name !== 'id.json' ? Promise.reject(new Error('offline')) : load(name)),
    });
    await expect(search.search({ query: 'pengiriman', lang: 'id' })).rejects.toThrow('offline');
    isDown = false;
    expect((await search.search({ query: 'pengiriman', lang: 'id' })).results).toHaveLength(10);
  });
});
