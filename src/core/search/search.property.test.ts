import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, SECTORS, type Article } from '../article/browser.ts';
import { buildSearchIndex } from './build-index.ts';
import { fakeArticle } from './fake-articles.ts';
import { loadFrom } from './index-files.ts';
import type { Lexicon } from './lexicon.ts';
import { openSearch } from './open-search.ts';

const LEXICON: Lexicon = {
  informal: { tidak: ['ga'], transfer: ['tf'] },
  functionWords: ['tidak', 'the'],
  related: [['kirim', 'transfer']],
  sectors: { banking: ['bank'] },
  roots: ['kirim', 'terima', 'masuk'],
};
const WORDS = [
  'otp',
  'masuk',
  'kirim',
  'pengiriman',
  'transfer',
  'bank',
  'kode',
  'diterima',
  'akun',
  '@banking',
  '__proto__',
  'constructor',
];

const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));
const guides: fc.Arbitrary<Article[]> = fc
  .array(
    fc.record({
      sector: fc.constantFrom(...SECTORS),
      slug: fc.stringMatching(/^[a-z]{1,6}$/),
      lang: fc.constantFrom(...LANGUAGES),
      title: phrase,
      description: fc.oneof(phrase, fc.string({ unit: 'binary' })),
      steps: fc.array(fc.oneof(phrase, fc.string({ unit: 'binary' })), { maxLength: 3 }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ sector, slug, ...rest }, index) => fakeArticle({ id: `${sector}/${slug}${index}`, ...rest })),
  );

const query = fc.oneof(
  phrase,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.tuple(phrase, fc.string()).map((parts) => parts.join('\uD800')),
);
const request = fc.record(
  {
    query,
    lang: fc.constantFrom(...LANGUAGES),
    sector: fc.constantFrom(...SECTORS),
    limit: fc.oneof(fc.integer(), fc.constantFrom(NaN, Infinity, -1, 0, 2.5)),
  },
  { requiredKeys: ['query', 'lang'] },
);

function openOver(articles: readonly Article[]) {
  const files = LANGUAGES.map((lang) => buildSearchIndex(articles, lang, LEXICON));
  return openSearch({ load: loadFrom({ ...files[0], ...files[1] }) });
}

describe('search, over any guides and any question', () => {
  it('answers within its promises', async () => {
    await fc.assert(
      fc.asyncProperty(guides, request, async (articles, asked) => {
        const { results, outOfScope } = await openOver(articles).search(asked);
        expect(results.length).toBeLessThanOrEqual(
          Number.isNaN(asked.limit) ? 10 : Math.min(50, Math.max(1, asked.limit ?? 10)),
        );
        expect(new Set(results.map(({ id }) => id)).size).toBe(results.length);
        if (results.length === 0) expect(outOfScope).toBe(true);
        let left = 1 + 1e-9;
        for (const [place, hit] of results.entries()) {
          expect(hit.id.startsWith(`${hit.sector}/`)).toBe(true);
          if (asked.sector) expect(hit.sector).toBe(asked.sector);
          expect(hit.score).toBeGreaterThan(0);
          expect(hit.score).toBeLessThanOrEqual(results[place - 1]?.score ?? Infinity);
          expect(hit.confidence).toBeGreaterThanOrEqual(0);
          left -= hit.confidence;
          let last = 0;
          for (const [start, end] of hit.passage.marks) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(hit.passage.text.length);
        }
        expect(left).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answer to the same question, and to any order of the guides', async () => {
    await fc.assert(
      fc.asyncProperty(guides, request, async (articles, asked) => {
        const answer = await openOver(articles).search(asked);
        const search = openOver([...articles].reverse());
        await search.search({ ...asked, query: 'otp' });
        expect(await search.search(asked)).toEqual(answer);
      }),
      { numRuns: 60 },
    );
  });

  it('finds each guide by its own title', async () => {
    const titles = ['Saldo belum kembali', 'Akun dibekukan', 'Kurir hilang', 'Rapor terkunci'];
    const search = openOver(titles.map((title, index) => fakeArticle({ id: `banking/g${index}`, title })));
    for (const title of titles) {
      expect((await search.search({ query: title, lang: 'id' })).results[0]?.title).toBe(title);
    }
  });

  it.each([
    ['20,000 letters', 'a'.repeat(20_000)],
    ['20,000 different words', Array.from({ length: 4_000 }, (_, index) => `kata${index}`).join(' ')],
    ['20,000 characters of one question', 'otp tidak masuk '.repeat(1_250)],
    ['20,000 emoji', '🙏'.repeat(10_000)],
    ['20,000 combining marks', `o${'\u0301'.repeat(20_000)}tp`],
  ])('survives %s', async (_, text) => {
    const search = openOver([fakeArticle({ id: 'banking/otp', title: 'Kode OTP tidak masuk' })]);
    await expect(search.search({ query: text, lang: 'id' })).resolves.toBeDefined();
  });
});
