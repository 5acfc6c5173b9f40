import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asContentFiles, fakeContent } from '../../core/article/fake-content.ts';
import { readContent } from '../../core/article/index.ts';
import type { MessageKind, TicketThread } from '../ticket/index.ts';
import { draftGuide, type GuideDraftOrder } from './draft-guide.ts';
import { FAKE_AT, fakeThread } from './fake-thread.ts';

const HOSTILE =
  '<script>alert(1)</script> `x` [klik](javascript:alert(1)) ![a](//evil) # *b* \u202etxt "q": |\u0000 ---';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-draft-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

function threadOf(...said: readonly (readonly [MessageKind, string])[]): TicketThread {
  return fakeThread({ status: 'solved' }, ...said);
}

const THREAD = threadOf(
  ['reader', 'Paket saya nyasar ke kota lain, email pembaca@example.org, OTP saya 482913'],
  ['agent', 'Halo, saya Ani.\n1. Buka halaman lacak kiriman\n2. Tekan "Laporkan" lalu kirim'],
  ['note', 'Orangnya galak sekali, hati-hati'],
  ['reader', HOSTILE],
);

function draft(order: Partial<GuideDraftOrder> = {}) {
  const hit = { id: 'banking/parcel-lost', title: 'Paket hilang', confidence: 0.4 };
  return draftGuide(
    {
      dataDir,
      now: () => FAKE_AT,
      search: ({ query, lang }) =>
        Promise.resolve({ query, lang, outOfScope: false, mode: 'lexical', results: [hit as never] }),
    },
    { sector: 'banking', slug: 'parcel-astray', thread: THREAD, names: ['Ani'], ...order },
  );
}

describe('a draft of a guide', () => {
  test('holds what was asked and answered, without personal data, notes and names', async () => {
    const drafted = await draft();
    if (drafted.kind !== 'drafted') throw new Error('No draft.');
    const all = drafted.files.map(({ text }) => text).join('\n');
    expect(all).toContain('Paket saya nyasar ke kota lain');
    expect(all).toContain('1. **…** Halo, saya');
    expect(all).toContain('2. **…** Buka halaman lacak kiriman');
    expect(all).not.toMatch(/pembaca@|482913|Ani\b|galak|4829-1736|\u202e/);
    expect(drafted.duplicates).toEqual([
      { id: 'banking/parcel-lost', title: 'Paket hilang', probability: 0.4 },
    ]);
    expect(await readFile(path.join(dataDir, 'draft/banking/parcel-astray/id.md'), 'utf8')).toBe(
      drafted.files.find(({ path: file }) => file === 'draft/banking/parcel-astray/id.md')?.text,
    );
  });

  test('leaves a name alone that stands within another word', async () => {
    const drafted = await draft({ thread: threadOf(['agent', 'Jangan berani membagikan kode']) });
    expect(JSON.stringify(drafted)).toContain('Jangan berani membagikan kode');
  });

  test('is read by the check of guides, which names what is still to be written and nothing else', async () => {
    const drafted = await draft();
    if (drafted.kind !== 'drafted') throw new Error('No draft.');
    const files = Object.fromEntries(
      drafted.files.map(({ path: file, text }) => [file.replace('draft/', 'content/article/'), text]),
    );
    const result = readContent(asContentFiles({ ...fakeContent(), ...files }));
    if (result.ok) throw new Error('Nothing is left to be written.');
    expect(new Set(result.problems.map(({ rule }) => rule))).toEqual(new Set(['unwritten']));
    expect(result.problems.map(({ file }) => file)).toEqual(expect.arrayContaining(Object.keys(files)));
  });

  test('never writes over one that is there', async () => {
    await draft();
    const before = await readFile(path.join(dataDir, 'draft/banking/parcel-astray/id.md'), 'utf8');
    expect(await draft({ thread: threadOf(['reader', 'lain sama sekali']) })).toEqual({ kind: 'exists' });
    expect(await readFile(path.join(dataDir, 'draft/banking/parcel-astray/id.md'), 'utf8')).toBe(before);
  });

  test.each([
    ['banking', '../../../content/article/banking/otp'],
    ['banking', '..'],
    ['banking', 'a/b'],
    ['banking', 'A'],
    ['banking', 'a\u0000'],
    ['banking', ''],
    ['banking', 'a'.repeat(61)],
    ['..', 'otp'],
    ['constructor', 'otp'],
  ])('is not written as %j %j', async (sector, slug) => {
    expect(await draft({ sector, slug })).toEqual({ kind: 'wrong-name' });
    expect(await readdir(dataDir)).toEqual([]);
  });
});
