import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../core/article/browser.ts';
import type { Embedder } from '../../core/search/index.ts';
import { loadContent } from '../content/index.ts';
import { loadLexicons } from '../search/index.ts';
import { evaluateSearch, observeAll, type EvaluationInput } from './evaluate-search.ts';
import { printEvaluation } from './print-evaluation.ts';
import type { LabelledQuery } from './read-queries.ts';

const ROOT = process.cwd();

const query = (q: string, problem: string, lang: LabelledQuery['lang'] = 'id'): LabelledQuery => ({
  q,
  lang,
  style: 'casual',
  problem,
});

async function readInput(queries: readonly LabelledQuery[], embedder?: Embedder): Promise<EvaluationInput> {
  const { articles, services } = await loadContent(ROOT);
  const strays = [{ q: 'resep rendang', lang: 'id', kind: 'far' } as const];
  return {
    articles,
    services,
    lexicons: await loadLexicons(ROOT),
    queries,
    strays,
    ...(embedder && { embedder }),
  };
}

/** What hurried people type, with the guide that must come first. */
const GOLDEN: readonly LabelledQuery[] = [
  query('otp bank ga masuk2', 'banking/otp-not-received'),
  query('kode verifikasi sopi blm nyampe', 'e-commerce/otp-not-received'),
  query('TRANSFEEER udah berhasil tp blm ktrima', 'banking/transfer-not-received'),
  query('trf msh pending', 'banking/transfer-pending'),
  query('salah transfer ke rekening orang', 'banking/transfer-wrong-recipient'),
  query('bayar qris gagal saldo kepotong', 'banking/qris-failed-balance-deducted'),
  query('paket statusnya diterima pdhl blm dtg', 'e-commerce/delivered-not-received'),
  query('refund blm masuk2', 'e-commerce/refund-not-received'),
  query('resi ga gerak', 'e-commerce/tracking-not-updating'),
  query('ig dihack org', 'social-media/account-hacked'),
  query('akun tiktok kena suspend', 'social-media/account-suspended'),
  query('ujian online keputus', 'education/online-exam-interrupted'),
  query('lupa password coretax', 'government/tax-account-login-failed'),
  query('nik tdk ditemukan', 'government/nik-not-found'),
  query('bank code never arrives', 'banking/otp-not-received', 'en'),
  query('sent to the wrong account', 'banking/transfer-wrong-recipient', 'en'),
  query('parcel says delivered, not here', 'e-commerce/delivered-not-received', 'en'),
  query('my instagram got hacked', 'social-media/account-hacked', 'en'),
];

/** Tells lost cards from the rest, and nothing else. */
const KEYWORDS: Embedder = {
  id: 'keywords',
  dimensions: 2,
  embed: (texts) =>
    Promise.resolve(
      texts.map((text) => (/kartu|card/i.test(text) ? Float32Array.of(1, 0) : Float32Array.of(0, 1))),
    ),
};

const LOST_CARD = {
  id: 'banking/card-lost',
  sector: 'banking',
  title_id: 'Kartu hilang',
  title_en: 'Lost card',
  scope: 'The card is lost.',
} as const;

describe('search over the guides', () => {
  it('puts the right guide first for what hurried people type', async () => {
    const { queries } = await observeAll(await readInput(GOLDEN));
    const missed = queries
      .filter(({ seen }) => seen.rank !== 1)
      .map(({ query: { q }, seen }) => `${q}: ${seen.rank}`);
    expect(missed).toEqual([]);
  });

  it('offers the code guides of each sector for a bare "otp ga masuk2"', async () => {
    const ids = ['banking/otp-not-received', 'e-commerce/otp-not-received'];
    const { queries } = await observeAll(await readInput(ids.map((id) => query('otp ga masuk2', id))));
    expect(queries.map(({ seen }) => seen.rank).sort()).toEqual([1, 2]);
  });
});

describe('evaluateSearch', () => {
  it('counts only queries whose problem has a guide, in groups, with each part taken away', async () => {
    const uncovered = query('kode sandi brankas', 'banking/no-such-problem');
    const evaluation = await evaluateSearch(await readInput([...GOLDEN.slice(-6), uncovered]));
    expect(evaluation.queries).toEqual({ given: 7, counted: 6, strays: 1 });
    expect(evaluation.model).toBeNull();
    expect(evaluation.ranking.map(({ leg, group, queries }) => [leg, group, queries])).toEqual([
      ['lexical', 'all', 6],
      ['lexical', 'id', 2],
      ['lexical', 'casual', 6],
      ['lexical', 'hurried', 6],
      ['lexical', 'en', 4],
    ]);
    expect(evaluation.ablations.map(({ leg, without }) => [leg, without])).toEqual(
      ['slang', 'asks', 'stemming', 'related', 'sectors'].map((part) => ['lexical', part]),
    );
    expect([evaluation.legs, evaluation.acrossLanguages, evaluation.teacher]).toEqual([[], [], null]);
    const printed = printEvaluation(evaluation);
    expect(printed).toContain('Search is lexical: there is no embedding model.');
    expect(printed).toContain('The teacher was not measured');
  });

  it('reports all three legs when there is a model', async () => {
    const constant: Embedder = {
      id: 'constant',
      dimensions: 1,
      embed: (texts) => Promise.resolve(texts.map(() => Float32Array.of(1))),
    };
    const evaluation = await evaluateSearch(await readInput(GOLDEN.slice(0, 2), constant));
    const all = evaluation.ranking.filter(({ group }) => group === 'all');
    expect(all.map(({ leg }) => leg)).toEqual(['lexical', 'semantic', 'fused']);
    expect(all[0]?.recallAt1.value).toBe(1);
    expect(evaluation.model).toBe('constant');
    const fused = evaluation.ablations.filter(({ leg }) => leg === 'fused');
    expect(fused.map(({ without }) => without).slice(-2)).toEqual(['words', 'meanings']);
    expect(fused.at(-1)?.recallAt1.value).toBe(1);
    for (const line of evaluation.ablations) {
      const whole = all.find(({ leg }) => leg === line.leg)?.recallAt1.value ?? NaN;
      expect(line.worthAt1.value).toBeCloseTo(whole - line.recallAt1.value);
    }
  });

  it('searches all problems too, compares with a teacher, and asks across languages', async () => {
    const input = await readInput([...GOLDEN.slice(0, 1), ...GOLDEN.slice(-1)], KEYWORDS);
    const lost = query('kartu hilang di jalan', 'banking/card-lost');
    const evaluation = await evaluateSearch({
      ...input,
      queries: [...input.queries, lost, query('apa ini', 'banking/not-in-the-catalogue')],
      catalogue: [LOST_CARD],
      teacher: { ...KEYWORDS, id: 'teacher' },
    });
    const { wide, acrossLanguages } = evaluation;
    expect([evaluation.queries.counted, wide.queries]).toEqual([2, 3]);
    expect(wide.documents.id).toBe(evaluation.guides.id + 1);
    const keyed = wide.teacher?.find(({ group }) => group === 'all');
    expect(keyed).toMatchObject({ leg: 'teacher', queries: 3 });
    expect(evaluation.teacherModel).toBe('teacher');
    expect(acrossLanguages.map(({ asked, guides, queries }) => [asked, guides, queries])).toEqual([
      ['en', 'id', 1],
      ['id', 'en', 1],
    ]);
    expect(printEvaluation(evaluation)).toContain('The teacher is teacher.');
  });

  it('reports an unknown figure, and no fault, for queries that have no guide at all', async () => {
    const input = await readInput([query('apa ini', 'banking/not-in-the-catalogue')], KEYWORDS);
    const evaluation = await evaluateSearch({ ...input, isHeldOut: true });
    expect(evaluation.targets.at(-1)?.name).toBe('calibration error, as shipped');
    expect(evaluation.queries.counted).toBe(0);
    expect(evaluation.targets[0]).toMatchObject({ value: NaN, isMet: false });
    expect(printEvaluation(evaluation)).toMatch(/^unknown guides: fused Recall@1/m);
  });

  it('is made over both languages', async () => {
    const evaluation = await evaluateSearch(await readInput(GOLDEN.slice(0, 1)));
    for (const lang of LANGUAGES) expect(evaluation.guides[lang]).toBeGreaterThanOrEqual(30);
  });
});
