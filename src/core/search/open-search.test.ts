import { describe, expect, it } from 'vitest';
import type { Article } from '../article/browser.ts';
import { buildSearchIndex, type BuildOptions } from './build-index.ts';
import { EmbedderMismatchError } from './embedder.ts';
import { fakeArticle } from './fake-articles.ts';
import { fakeEmbedder } from './fake-embedder.ts';
import { loadFrom, SearchIndexError } from './index-files.ts';
import type { Lexicon } from './lexicon.ts';
import { openSearch } from './open-search.ts';
import { buildVectorIndex } from './vector-index.ts';

const LEXICON: Lexicon = {
  informal: { tidak: ['ga', 'gak'], transfer: ['tf', 'trf'], uang: ['duit'], belum: ['blm'] },
  functionWords: ['tidak', 'belum', 'saya', 'sudah', 'di', 'yang'],
  related: [['terima', 'masuk']],
  sectors: { banking: ['bank', 'gopay'], 'e-commerce': ['shopee', 'toko'] },
  roots: ['terima', 'kirim', 'masuk', 'blokir'],
};

const GUIDES = [
  fakeArticle({
    id: 'e-commerce/otp-not-received',
    title: 'Kode OTP belanja tidak masuk',
    description: 'Toko meminta kode, tetapi kodenya tidak datang.',
    symptoms: ['Layar menunggu enam angka dari SMS.'],
    steps: ['Tunggu dua menit, lalu minta kode lagi.', 'Periksa kotak SPAM pada aplikasi pesan.'],
  }),
  fakeArticle({
    id: 'banking/otp-not-received',
    title: 'Kode OTP bank tidak masuk',
    description: 'Bank meminta kode, tetapi kodenya tidak datang.',
    steps: ['Periksa pulsa dan masa aktif nomor.'],
  }),
  fakeArticle({
    id: 'banking/transfer-not-received',
    title: 'Transfer berhasil, tetapi uang belum diterima',
    description: 'Saldo berkurang dan penerima tidak melihat uangnya.',
    asks: ['udah tf tapi blm masuk'],
    steps: ['Simpan bukti pengiriman.'],
  }),
  fakeArticle({
    id: 'social-media/account-blocked',
    title: 'Akun diblokir',
    description: 'Akun dikunci karena laporan.',
  }),
  fakeArticle({
    id: 'banking/otp-not-received',
    lang: 'en',
    title: 'Bank code does not arrive',
    description: 'No code comes.',
  }),
];

function openFake(options: BuildOptions = {}, articles: readonly Article[] = GUIDES) {
  const files = {
    ...buildSearchIndex(articles, 'id', LEXICON, options),
    ...buildSearchIndex(articles, 'en', { ...LEXICON, informal: {}, functionWords: ['the'] }, options),
  };
  return openSearch({ load: loadFrom(files) });
}

async function firstId(query: string, options?: BuildOptions): Promise<string | undefined> {
  return (await openFake(options).search({ query, lang: 'id' })).results[0]?.id;
}

describe('openSearch', () => {
  it.each([
    ['otp bank', 'banking/otp-not-received', 'the words of the guide'],
    ['otp shopee ga masuk2', 'e-commerce/otp-not-received', 'a service that no guide names'],
    ['OTP GoPay gak masuk', 'banking/otp-not-received', 'a service in other letters'],
    ['trf duit', 'banking/transfer-not-received', 'short forms'],
    ['transfeeer', 'banking/transfer-not-received', 'elongation'],
    ['trasnfer', 'banking/transfer-not-received', 'swapped letters'],
    ['trnsfr', 'banking/transfer-not-received', 'vowels left out'],
    ['bukti kiriman', 'banking/transfer-not-received', 'another word of the family'],
    ['keblokir', 'social-media/account-blocked', 'a spoken form'],
    ['pemblokiran', 'social-media/account-blocked', 'a noun for a verb'],
    ['transf', 'banking/transfer-not-received', 'a word that is being typed'],
  ])('answers %j with %s (%s)', async (query, id) => {
    expect(await firstId(query)).toBe(id);
  });

  it.each([
    ['slang', 'trf duit'],
    ['stemming', 'pemblokiran'],
    ['asks', 'udah'],
  ] as const)('finds less without %s', async (part, query) => {
    expect(await firstId(query)).toBeDefined();
    expect(await firstId(query, { parts: { [part]: false } })).toBeUndefined();
  });

  it('knows the sector of a service that only the services name', async () => {
    const service = {
      name: 'Zebrapay',
      sector: 'banking',
      slug: 'zebrapay',
      aka: [],
      officialSite: 'example.org',
      channels: [],
    } as const;
    expect(await firstId('kode otp zebrapay', { services: [service] })).toBe('banking/otp-not-received');
  });

  it('draws a hit with its address, sector and the step that answers, marked as it was written', async () => {
    const { results } = await openFake().search({ query: 'kiriman saya', lang: 'id' });
    expect(results[0]).toMatchObject({
      id: 'banking/transfer-not-received',
      url: '/banking/transfer-not-received/',
      sector: 'banking',
      title: 'Transfer berhasil, tetapi uang belum diterima',
      passage: { anchor: 'step-1', text: 'Simpan bukti pengiriman.', marks: [[13, 23]] },
    });
  });

  it('answers from descriptions alone when passages are not wanted', async () => {
    const { results } = await openFake().search({ query: 'kiriman', lang: 'id', passages: false });
    expect(results[0]?.passage).toMatchObject({ anchor: '', text: results[0]?.description });
  });

  it('answers in the language of the request', async () => {
    const { results } = await openFake().search({ query: 'code', lang: 'en' });
    expect(results.map(({ url }) => url)).toEqual(['/en/banking/otp-not-received/']);
  });

  it('keeps to the sector and the limit', async () => {
    const search = openFake();
    const all = await search.search({ query: 'kode otp', lang: 'id' });
    expect(all.results.map(({ sector }) => sector)).toEqual(['e-commerce', 'banking']);
    const banking = await search.search({ query: 'kode otp', lang: 'id', sector: 'banking' });
    expect(banking.results.map(({ id }) => id)).toEqual(['banking/otp-not-received']);
    expect((await search.search({ query: 'kode otp', lang: 'id', limit: 1 })).results).toHaveLength(1);
  });

  it.each(['', '   ', '???', '🙏🙏', 'saya sudah tidak', 'xylophon'])(
    'finds nothing for %j and says so',
    async (query) => {
      const response = await openFake().search({ query, lang: 'id' });
      expect(response).toEqual({ query, lang: 'id', outOfScope: true, mode: 'lexical', results: [] });
    },
  );

  it('is surer of a question in the words of a guide than of one that shares a word with it', async () => {
    const search = openFake();
    const sure = await search.search({ query: 'kode otp bank tidak masuk', lang: 'id' });
    const unsure = await search.search({ query: 'kode warna cat tembok kamar mandi', lang: 'id' });
    expect(sure.outOfScope).toBe(false);
    expect(unsure.outOfScope).toBe(true);
    expect(sure.results[0]?.confidence).toBeGreaterThan(unsure.results[0]?.confidence ?? 1);
  });

  it('explains which terms stood for which word', async () => {
    const { words } = await openFake().explain({ query: 'trnsfr keblokir', lang: 'id' });
    expect(words[0]).toMatchObject({ written: 'trnsfr', terms: [{ term: 'transfer', kind: 'typo' }] });
    expect(words[1]?.terms).toEqual([{ term: 'blokir', kind: 'root', weight: 0.7 }]);
  });

  it('has no guides where there are none', async () => {
    const { results } = await openFake({}, []).search({ query: 'otp', lang: 'id' });
    expect(results).toEqual([]);
  });
});

describe('openSearch over files', () => {
  it('fetches nothing before the first query, the manifest once, and passages only when wanted', async () => {
    const files = buildSearchIndex(GUIDES, 'id', LEXICON);
    const fetched: string[] = [];
    const search = openSearch({ load: (name) => (fetched.push(name), loadFrom(files)(name)) });
    expect(fetched).toEqual([]);
    await search.search({ query: 'otp', lang: 'id', passages: false });
    await search.search({ query: 'transfer', lang: 'id', passages: false });
    expect(fetched).toEqual(['id.json']);
    await search.search({ query: 'transfer', lang: 'id' });
    expect(fetched).toHaveLength(2);
  });

  it('tries again after a fetch that failed', async () => {
    const files = buildSearchIndex(GUIDES, 'id', LEXICON);
    let isDown = true;
    const search = openSearch({
      load: (name) => (isDown ? Promise.reject(new Error('offline')) : loadFrom(files)(name)),
    });
    await expect(search.search({ query: 'otp', lang: 'id' })).rejects.toThrow('offline');
    isDown = false;
    expect((await search.search({ query: 'otp', lang: 'id' })).results).toHaveLength(2);
  });

  it.each([
    ['is missing', {}, /no file id\.json/],
    ['is not JSON', { 'id.json': '<html>' }, /not JSON/],
    ['is of another version', { 'id.json': '{"version":0,"lang":"id"}' }, /version 0/],
    ['is of another language', { 'id.json': '{"version":1,"lang":"en"}' }, /language en/],
  ])('says what is wrong when the manifest %s', async (_, files, message) => {
    const answer = openSearch({ load: loadFrom(files) }).search({ query: 'otp', lang: 'id' });
    await expect(answer).rejects.toThrow(SearchIndexError);
    await expect(answer).rejects.toThrow(message);
  });
});

describe('openSearch with meanings', () => {
  const topics = [
    ['otp', 'sandi sekali pakai'],
    ['transfer', 'mengirim uang'],
    ['diblokir', 'dibekukan'],
  ];
  const embedder = fakeEmbedder('topics-1', topics);
  const load = loadFrom(buildSearchIndex(GUIDES, 'id', LEXICON));

  it('finds a guide that shares no word with the question', async () => {
    const vectors = await buildVectorIndex(GUIDES, 'id', embedder);
    const search = openSearch({ load, semantic: { id: { embedder, vectors } } });
    const response = await search.search({ query: 'profil dibekukan', lang: 'id' });
    expect(response.mode).toBe('fused');
    expect(response.results[0]?.id).toBe('social-media/account-blocked');
    expect((await openSearch({ load }).search({ query: 'profil dibekukan', lang: 'id' })).results).toEqual(
      [],
    );
  });

  it('refuses vectors of another model, by name', async () => {
    const vectors = await buildVectorIndex(GUIDES, 'id', fakeEmbedder('topics-2', topics));
    const answer = openSearch({ load, semantic: { id: { embedder, vectors } } }).search({
      query: 'otp',
      lang: 'id',
    });
    await expect(answer).rejects.toThrow(EmbedderMismatchError);
    await expect(answer).rejects.toThrow(/"topics-2".*"topics-1"/);
  });

  it('refuses vectors of other guides', async () => {
    const vectors = await buildVectorIndex(GUIDES.slice(1), 'id', embedder);
    const answer = openSearch({ load, semantic: { id: { embedder, vectors } } }).search({
      query: 'otp',
      lang: 'id',
    });
    await expect(answer).rejects.toThrow(/different guides/);
  });

  it('takes a guide whose list was not read to be as near as the best of those may be', async () => {
    const { values, quantum, ...head } = await buildVectorIndex(GUIDES, 'id', embedder);
    expect(values.length * quantum).toBeGreaterThan(0);
    const answer = (elsewhere: number) => {
      const lists = {
        ...head,
        name: '',
        shards: [],
        nearest: () => Promise.resolve({ found: [], elsewhere }),
      };
      const semantic = { id: { embedder, vectors: lists } };
      return openSearch({ load, semantic }).explain({ query: 'kode otp', lang: 'id' });
    };
    const [near, none] = [await answer(0.5), await answer(0)];
    expect(near.found.length).toBeGreaterThan(0);
    expect(near.found.map(({ semantic }) => semantic?.similarity)).toEqual(near.found.map(() => 0.5));
    expect(none.found.map(({ semantic }) => semantic)).toEqual(none.found.map(() => undefined));
  });
});
