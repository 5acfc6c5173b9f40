import { z } from 'zod';
import { CHANNEL_KINDS, ESCALATIONS, RISKS, SECTORS } from './article.ts';

/** What `kb new` leaves wherever a writer has to write. */
export const UNWRITTEN = '…';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const problemId = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id like banking/transfer-pending');
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `must be at most ${max} characters`)
    .regex(/^[^\n]*$/, 'must stand on one line');
const bilingual = (max: number) => z.strictObject({ id: line(max), en: line(max) });
/** One text for both languages, or one for each. */
const alike = (max: number) =>
  z.union([line(max).transform((text) => ({ id: text, en: text })), bilingual(max)]);
const isoDate = z.iso.date('must be a date like 2026-11-24');
const httpsUrl = z
  .url('must be a web address')
  .startsWith('https://', 'must be a web address that begins with https://');
/** A cited page may be old enough to have no https. */
const webUrl = z.url({ protocol: /^https?$/, error: 'must be a web address' });
const strength = z.enum(['O', 'P']);
const minutes = z.number().min(0.1, 'must be at least 0.1').max(600, 'must be at most 600');
const probability = z.number().min(0, 'must be at least 0').max(1, 'must be at most 1');

/** `problem.yaml`: what both languages of a guide share. */
export const problemSchema = z.strictObject({
  risk: z.enum(RISKS),
  escalate: z.enum(ESCALATIONS),
  related: z.array(problemId).max(8, 'must name at most 8 problems'),
  signs: z.record(slug, z.union([z.string(), z.record(z.string(), probability)])),
  steps: z
    .array(
      z.strictObject({
        key: slug,
        minutes,
        only: z
          .record(slug, z.string())
          .refine((only) => Object.keys(only).length === 1, 'must name one sign and one answer')
          .optional(),
        risk: z.enum(RISKS).optional(),
      }),
    )
    .min(1, 'must have at least one step')
    .max(12, 'must have at most 12 steps: more belongs into a second guide'),
  services: z.array(slug).default([]),
  sources: z.array(slug).default([]),
  reviewed: isoDate,
  reviewEveryDays: z.int().min(7, 'must be at least 7').max(730, 'must be at most 730'),
  code: z
    .string()
    .regex(/^[a-z0-9]{4,12}$/, 'must be 4–12 lower-case letters or digits')
    .optional(),
  formerly: z.array(problemId).default([]),
});

/** The front matter of `id.md` and `en.md`. */
export const frontMatterSchema = z.strictObject({
  title: line(90),
  description: line(220),
  asks: z.array(line(160)).min(3, 'must have at least 3 phrases').max(8, 'must have at most 8 phrases'),
});

/** `content/sign/<sector>.yaml`. */
export const signFileSchema = z.record(
  slug,
  z.strictObject({
    ask: bilingual(160),
    how: bilingual(240).optional(),
    effort: minutes,
    answers: z
      .record(slug, bilingual(80))
      .refine((answers) => Object.keys(answers).length >= 2, 'must have at least two answers'),
  }),
);

/** `content/source/<slug>.yaml`. */
export const sourceSchema = z.strictObject({
  title: bilingual(240),
  publisher: line(160).optional(),
  url: webUrl,
  strength,
  checked: isoDate,
  read: line(400).optional(),
});

/** `content/service/<slug>.yaml`. */
export const serviceSchema = z.strictObject({
  name: line(80),
  aka: z.array(line(60)).default([]),
  sector: z.enum(SECTORS),
  operator: line(120).optional(),
  officialSite: z
    .string()
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a bare host name like bca.co.id, without https://'),
  helpPage: httpsUrl.optional(),
  channels: z
    .array(
      z.strictObject({
        kind: z.enum(CHANNEL_KINDS),
        value: alike(200),
        note: alike(120).optional(),
        hours: alike(120).optional(),
        source: webUrl,
        strength,
        checked: isoDate,
      }),
    )
    .default([]),
});

/** One good line for each field: the remedy when a field is wrong. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  risk: `risk: money   (one of ${RISKS.join(', ')})`,
  escalate: `escalate: if-unresolved   (one of ${ESCALATIONS.join(', ')})`,
  related: 'related: [banking/transfer-pending, banking/transfer-wrong-recipient]',
  signs: 'signs: { transfer-status: success, recipient-checked-history: { yes: 0.6, no: 0.4 } }',
  steps: 'steps: then on the next lines   - { key: proof, minutes: 2 }',
  key: 'key: proof',
  minutes: 'minutes: 3',
  only: 'only: { transfer-status: success }',
  services: 'services: [bca]   (names of files in content/service)',
  sources: 'sources: [pojk-22-2023]   (names of files in content/source)',
  reviewed: 'reviewed: 2026-11-24',
  reviewEveryDays: 'reviewEveryDays: 180',
  code: 'code: k7m2pq',
  formerly: 'formerly: [banking/old-name]',
  title: 'title: Transfer berhasil, tetapi uang belum diterima',
  description: 'description: Saldo berkurang, tetapi penerima bilang uangnya belum ada.',
  asks: 'asks: then on the next lines   - udah transfer tapi belum masuk',
  ask: 'ask: { id: Apa status transfernya?, en: What does the transfer say? }',
  how: 'how: { id: Buka riwayat transaksi., en: Open the history. }',
  effort: 'effort: 1   (minutes)',
  answers: 'answers: { yes: { id: Ya, en: Yes }, no: { id: Tidak, en: No } }',
  name: 'name: Bank Contoh',
  aka: 'aka: [contoh, bank contoh]',
  sector: `sector: banking   (one of ${SECTORS.join(', ')})`,
  operator: 'operator: PT Contoh Tbk',
  officialSite: 'officialSite: example.org',
  helpPage: 'helpPage: https://example.org/help',
  channels:
    'channels: then   - { kind: form, value: …, source: https://…, strength: O, checked: 2026-11-24 }',
  kind: `kind: phone   (one of ${CHANNEL_KINDS.join(', ')})`,
  value: 'value: https://example.org/lapor   (or { id: Kantor cabang, en: A branch })',
  note: 'note: { id: dari luar negeri, en: from abroad }',
  hours: 'hours: { id: 24 jam, en: 24 hours }',
  source: 'source: https://example.org/kontak   (the page that shows this contact)',
  strength: 'strength: O   (O = official page, P = press)',
  checked: 'checked: 2026-11-24',
  publisher: 'publisher: Otoritas Jasa Keuangan',
  url: 'url: https://example.org/peraturan',
  read: 'read: what exactly was read',
};
