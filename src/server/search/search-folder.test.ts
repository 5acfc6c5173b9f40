import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article, Language } from '../../core/article/browser.ts';
import {
  EmbedderMismatchError,
  LexiconError,
  SearchIndexError,
  type Embedder,
} from '../../core/search/index.ts';
import { buildSearchFiles, loadLexicons, openSearchFolder, writeSearchFolder } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pandu-search-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a search folder', () => {
  it('answers in both languages from the files alone', async () => {
    await writeIndex();
    const search = await openSearchFolder(folder);
    const id = await search.search({ query: 'kode otp', lang: 'id' });
    const en = await search.search({ query: 'parcel lost', lang: 'en' });
    expect([id.mode, id.results[0]?.id]).toEqual(['lexical', 'banking/otp']);
    expect([en.mode, en.results[0]?.url]).toEqual(['lexical', '/en/e-commerce/parcel/']);
  });

  it('compares meanings with the model that made the vectors', async () => {
    await writeIndex(embedderNamed('model-a'));
    const search = await openSearchFolder(folder, embedderNamed('model-a'));
    expect((await search.search({ query: 'kode otp', lang: 'id' })).mode).toBe('fused');
  });

  it('compares words alone where there are no vectors', async () => {
    await writeIndex();
    const search = await openSearchFolder(folder, embedderNamed('model-a'));
    expect((await search.search({ query: 'kode otp', lang: 'id' })).mode).toBe('lexical');
  });

  it('refuses vectors of another model', async () => {
    await writeIndex(embedderNamed('model-a'));
    await expect(openSearchFolder(folder, embedderNamed('model-b'))).rejects.toThrow(EmbedderMismatchError);
  });

  it('says so when vectors are cut off', async () => {
    await writeIndex(embedderNamed('model-a'));
    await truncate(path.join(folder, 'id.vectors'), 200);
    await expect(openSearchFolder(folder, embedderNamed('model-a'))).rejects.toThrow(SearchIndexError);
  });

  it('says so at once when the index is missing', async () => {
    await expect(openSearchFolder(folder)).rejects.toThrow(/Build the site again/);
  });

  it('holds nothing but the index without a model', async () => {
    await writeIndex();
    expect((await readdir(folder)).filter((name) => name.endsWith('.vectors'))).toEqual([]);
  });
});

describe('loadLexicons', () => {
  it('is empty for a language without a file', async () => {
    expect((await loadLexicons(folder)).en).toMatchObject({ informal: {}, functionWords: [], related: [] });
  });

  it.each([
    ['not YAML', 'informal: [', /content\/lexicon\/id\.yaml is not YAML/],
    ['of another form', 'informal: 3', /content\/lexicon\/id\.yaml is not a lexicon/],
  ])('names the file that is %s', async (_, text, message) => {
    await mkdir(path.join(folder, 'content/lexicon'), { recursive: true });
    await writeFile(path.join(folder, 'content/lexicon/id.yaml'), text);
    await expect(loadLexicons(folder)).rejects.toThrow(message);
    await expect(loadLexicons(folder)).rejects.toThrow(LexiconError);
  });
});

async function writeIndex(embedder?: Embedder): Promise<void> {
  const lexicons = await loadLexicons(folder);
  await writeSearchFolder(
    folder,
    buildSearchFiles({ articles: GUIDES, services: [] }, lexicons),
    GUIDES,
    embedder,
  );
}

/** Embeds by length: enough to have vectors. */
function embedderNamed(id: string): Embedder {
  return {
    id,
    dimensions: 2,
    embed: (texts) => Promise.resolve(texts.map((text) => Float32Array.of(1, text.length % 7))),
  };
}

const GUIDES = [
  guide('banking', 'otp', 'id', 'Kode OTP tidak diterima'),
  guide('banking', 'otp', 'en', 'OTP code not received'),
  guide('e-commerce', 'parcel', 'id', 'Paket hilang di jalan'),
  guide('e-commerce', 'parcel', 'en', 'Parcel lost on the way'),
];

function guide(sector: Article['sector'], slug: string, lang: Language, title: string): Article {
  const text = { text: title, html: `<p>${title}</p>` };
  return {
    id: `${sector}/${slug}`,
    lang,
    sector,
    slug,
    code: slug,
    title,
    description: title,
    asks: [title],
    symptoms: [text],
    steps: [{ key: 'step', minutes: 1, action: text, detail: text }],
    ifUnresolved: text,
    causes: text,
    prevention: text,
    risk: 'normal',
    escalate: 'self-service',
    related: [],
    signs: {},
    services: [],
    citations: [],
    reviewed: '2026-01-01',
    reviewEveryDays: 180,
    markdown: title,
  };
}
