import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../core/article/browser.ts';
import { EmbedderMismatchError, type Embedder, type Search } from '../../core/search/index.ts';
import { loadContent } from '../content/index.ts';
import { openPgliteDatabase, type Database, type Session } from '../database/index.ts';
import { embedderFromSettings } from '../embedder/index.ts';
import { readSettings } from '../settings/index.ts';
import {
  buildSearchFiles,
  loadLexicons,
  loadPostgresSearch,
  openPostgresSearch,
  openSearchFolder,
  writeSearchFolder,
  type BuiltSearch,
} from './index.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

let folder: string;
let built: BuiltSearch;
let embedder: Embedder;
let database: Database;
let files: Search;
let postgres: Search;
const statements = new Set<string>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pandu-postgres-'));
  built = {
    search: path.join(folder, 'search'),
    articles: path.join(folder, 'articles'),
    fingerprint: 'one',
  };
  const opened = await embedderFromSettings(readSettings({}), ROOT);
  if (!opened) throw new Error('The static model is missing.');
  embedder = opened;
  const { articles, services } = await loadContent(ROOT);
  const index = buildSearchFiles({ articles, services }, await loadLexicons(ROOT));
  await writeSearchFolder(built.search, index, articles, embedder);
  for (const article of articles) {
    const file = path.join(built.articles, article.lang, `${article.id}.json`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(article));
  }
  database = recordStatements(await openPgliteDatabase());
  await loadPostgresSearch(database, built);
  files = await openSearchFolder(built.search, embedder);
  postgres = await openPostgresSearch(database, built, embedder);
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** What hurried people type, with the guide that must come first. */
const GOLDEN: readonly (readonly [query: string, lang: Language, id: string])[] = [
  ['otp bank ga masuk2', 'id', 'banking/otp-not-received'],
  ['kode verifikasi sopi blm nyampe', 'id', 'e-commerce/otp-not-received'],
  ['TRANSFEEER udah berhasil tp blm ktrima', 'id', 'banking/transfer-not-received'],
  ['trf msh pending', 'id', 'banking/transfer-pending'],
  ['salah transfer ke rekening orang', 'id', 'banking/transfer-wrong-recipient'],
  ['bayar qris gagal saldo kepotong', 'id', 'banking/qris-failed-balance-deducted'],
  ['paket statusnya diterima pdhl blm dtg', 'id', 'e-commerce/delivered-not-received'],
  ['refund blm masuk2', 'id', 'e-commerce/refund-not-received'],
  ['resi ga gerak', 'id', 'e-commerce/tracking-not-updating'],
  ['ig dihack org', 'id', 'social-media/account-hacked'],
  ['akun tiktok kena suspend', 'id', 'social-media/account-suspended'],
  ['ujian online keputus', 'id', 'education/online-exam-interrupted'],
  ['lupa password coretax', 'id', 'government/tax-account-login-failed'],
  ['nik tdk ditemukan', 'id', 'government/nik-not-found'],
  ['bank code never arrives', 'en', 'banking/otp-not-received'],
  ['sent to the wrong account', 'en', 'banking/transfer-wrong-recipient'],
  ['parcel says delivered, not here', 'en', 'e-commerce/delivered-not-received'],
  ['my instagram got hacked', 'en', 'social-media/account-hacked'],
];

describe('search in PostgreSQL', () => {
  it.each(GOLDEN)('puts the guide first that the files put first: %s', async (query, lang, id) => {
    const [here, there] = await Promise.all([
      postgres.search({ query, lang }),
      files.search({ query, lang }),
    ]);
    expect([here.results[0]?.id, there.results[0]?.id]).toEqual([id, id]);
    expect([here.mode, here.outOfScope]).toEqual(['fused', there.outOfScope]);
    const gap = (here.results[0]?.confidence ?? 0) - (there.results[0]?.confidence ?? 1);
    expect(Math.abs(gap)).toBeLessThan(0.25);
  });

  it('gives hits of the same shape, with the same cards and a marked passage', async () => {
    const request = { query: 'salah transfer ke rekening orang', lang: 'id', limit: 1 } as const;
    const [here] = (await postgres.search(request)).results;
    const [there] = (await files.search(request)).results;
    expect({ ...here, score: 0, confidence: 0 }).toEqual({ ...there, score: 0, confidence: 0 });
    expect(here?.passage.marks.length).toBeGreaterThan(0);
  });

  it('finds nothing outside of the sector asked for', async () => {
    const { results } = await postgres.search({ query: 'otp tidak masuk', lang: 'id', sector: 'e-commerce' });
    expect(results[0]?.id).toBe('e-commerce/otp-not-received');
    expect(new Set(results.map(({ sector }) => sector))).toEqual(new Set(['e-commerce']));
  });

  it('compares words alone without a model, and says so', async () => {
    const lexical = await openPostgresSearch(database, built);
    const { mode, results } = await lexical.search({ query: 'salah transfer ke rekening orang', lang: 'id' });
    expect([mode, results[0]?.id]).toEqual(['lexical', 'banking/transfer-wrong-recipient']);
  });

  it('finds a word by the stem that PostgreSQL makes of it', async () => {
    const [row] = await database.query(
      "SELECT count(*)::int AS guides FROM search_guide WHERE lang = 'id' AND words @@ plainto_tsquery('indonesian', 'pemblokiran')",
    );
    expect(row?.['guides']).toBeGreaterThan(0);
  });

  it('takes nothing of a query into a statement, and never throws', { timeout: 60_000 }, async () => {
    for (const [query, lang] of GOLDEN) await postgres.search({ query, lang, sector: 'banking' });
    const before = new Set(statements);
    for (const query of HOSTILE)
      expect(await postgres.search({ query, lang: 'id' })).toMatchObject({ query });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (query) => {
        const { results } = await postgres.search({ query, lang: 'en' });
        expect(results.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect([...statements].filter((statement) => !before.has(statement))).toEqual([]);
  });

  it('refuses a model that did not make the vectors', async () => {
    const other = { ...embedder, id: 'other' };
    await expect(openPostgresSearch(database, built, other)).rejects.toThrow(EmbedderMismatchError);
  });

  it('says so when the database holds another build, and loads a build once', async () => {
    const later = { ...built, fingerprint: 'two' };
    await expect(openPostgresSearch(database, later, embedder)).rejects.toThrow(/another build/);
    const lines: string[] = [];
    await loadPostgresSearch(database, built, (line) => lines.push(line));
    expect(lines).toEqual([]);
  });
});

const HOSTILE = [
  '',
  "'; DROP TABLE search_guide; --",
  "' OR 1=1 --",
  '$1 $2 \\ % _ :* & | ! <-> ()',
  "@banking '@banking':1A",
  '\u0000\u0001\ud800 otp',
  '!!!(((((&&&&|||||:::::*****',
  'a'.repeat(20_000),
  'otp '.repeat(3_000),
  '{"term": "x"}] \u2028 \u202e',
];

/** The same database, with every statement that a transaction runs written down. */
function recordStatements(inner: Database): Database {
  return {
    ...inner,
    transaction: (work) =>
      inner.transaction((session) => {
        const recorded: Session = {
          ...session,
          query(statement, values) {
            statements.add(statement);
            return session.query(statement, values);
          },
        };
        return work(recorded);
      }),
  };
}
