import { describe, expect, test } from 'vitest';
import type { Status } from '../assistant/browser.ts';
import { extractReply, MOST_SENTENCES } from './extract-reply.ts';
import { FAILED, MOVES, PENDING, stepMove, wordingInput } from './fake-wording.ts';
import { findContact } from './find-contact.ts';
import { splitSentences } from './split-sentences.ts';

const NOTICES: readonly Status[] = [
  'blocked-secret',
  'bot-or-person',
  'said-again',
  'too-long',
  'writes-english',
];

const ALL = MOVES.flatMap((move) =>
  (['id', 'en'] as const).flatMap((lang) =>
    (['formal', 'casual'] as const).flatMap((register) =>
      [[PENDING, FAILED], [PENDING], []].map((articles) => {
        const localised = articles.map((article) => ({ ...article, lang }));
        return [
          `${move.state}, ${lang}, ${register}, ${articles.length} guides`,
          wordingInput(move, { lang, register, articles: localised }),
        ] as const;
      }),
    ),
  ),
);

describe('extractReply', () => {
  test.each(ALL)('says something short, cited and without a contact: %s', (_, input) => {
    for (const notice of [undefined, ...NOTICES]) {
      const { text, citations, mode } = extractReply({ ...input, ...(notice && { notice }) });
      expect(mode).toBe('extractive');
      expect(text).not.toMatch(/undefined|^$| {2}/);
      expect(splitSentences(text).length).toBeLessThanOrEqual(MOST_SENTENCES);
      expect(findContact(text)).toBeUndefined();
      const numbers = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
      expect([...numbers].sort()).toEqual(citations.map((_one, place) => place + 1));
    }
  });

  test('words a step with its place, its action and what is seen, leaving out what carries a contact', () => {
    expect(extractReply(wordingInput(stepMove()))).toEqual({
      mode: 'extractive',
      text: 'Langkah 1 dari 2: Buka transaksi itu lagi di riwayat. [1] Gambar bukti tidak ikut berubah. [1] Kalau tertulis berhasil, lanjutkan. [1]',
      citations: [{ id: 'banking/pending', url: '/banking/pending/', anchor: 'refresh' }],
    });
  });

  test('says which step it is when the action itself carries a contact', () => {
    const steps = PENDING.steps.map((step) => ({ ...step, action: { text: 'Buka example.org.', html: '' } }));
    const { text } = extractReply(wordingInput(stepMove(), { articles: [{ ...PENDING, steps }] }));
    expect(text).toMatch(/^Ini langkah 1 dari 2\. \[1\] Gambar bukti/);
  });

  test('warns of a step that can cost money, before everything else of it', () => {
    const warning = /Hati-hati, langkah ini menyangkut uang\. Langkah 1 dari 2: Tahan kiriman kedua/;
    expect(extractReply(wordingInput(stepMove('hold'))).text).toMatch(warning);
    // Also where there is no room for anything else.
    expect(extractReply(wordingInput(stepMove('hold'), { notice: 'said-again' })).text).toMatch(warning);
  });

  test('names the guides that a question is about, each with its address in the language', () => {
    const articles = [PENDING, FAILED].map((article) => ({ ...article, lang: 'en' as const }));
    const question = MOVES.find(({ state }) => state === 'question') ?? stepMove();
    const { text, citations } = extractReply(wordingInput(question, { lang: 'en', articles }));
    expect(text).toBe(
      'This may be “Transfer masih diproses” [1] or “Transfer gagal” [2]. Your answer helps to make sure.',
    );
    expect(citations.map(({ url }) => url)).toEqual(['/en/banking/pending/', '/en/banking/failed/']);
  });

  test.each([
    ['formal', 'Apakah ini yang Anda alami?'],
    ['casual', 'Ini yang kamu alami?'],
  ] as const)('asks whether it is this problem, %s', (register, asks) => {
    const move = MOVES.find(({ state }) => state === 'confirmation') ?? stepMove();
    const { text } = extractReply(wordingInput(move, { register }));
    expect(text).toContain('“Transfer masih diproses” [1]');
    expect(text).toContain('Status transfer masih diproses atau menunggu. [1]');
    expect(text.endsWith(asks)).toBe(true);
  });

  test('says what to have ready when a person takes over, and how to prevent it when it is solved', () => {
    const replyTo = (state: string) =>
      extractReply(wordingInput(MOVES.find((move) => move.state === state) ?? stepMove()));
    expect(replyTo('handoff').text).toContain('Siapkan jumlah, jam, dan cara kirim. [1]');
    expect(replyTo('handoff').citations).toMatchObject([{ anchor: 'if-unresolved' }]);
    expect(replyTo('solved').text).toBe(
      'Syukurlah sudah beres. Supaya tidak terulang: Kirim pagi pada hari kerja. [1]',
    );
  });
});
