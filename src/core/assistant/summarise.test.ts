import { describe, expect, test } from 'vitest';
import { BANK_MODEL } from '../diagnosis/fake-problems.ts';
import { beginConversation, type Conversation } from './conversation.ts';
import { moodOf } from './read-mood.ts';
import { readWish } from './read-wish.ts';
import { summarise } from './summarise.ts';

const STORY: Conversation = {
  turns: [
    { kind: 'said', text: 'transfer\nbelum sampai, saya takut' },
    { kind: 'confirmed', problem: 'banking/pending' },
    { kind: 'tried', step: 'refresh', result: 'failed' },
    { kind: 'said', text: 'uang saya harus kembali' },
  ],
};
const actionOf = (_: string, step: string) => (step === 'refresh' ? 'Muat ulang.' : '');

describe('summarise', () => {
  test('tells problem, what was tried and what happened, the wish and the mood', () => {
    expect(summarise(BANK_MODEL, STORY, { lang: 'id', service: 'Bank Contoh', actionOf }).text).toBe(
      [
        'Masalah: Title pending (Bank Contoh).',
        'Sudah dicoba: Muat ulang (belum berhasil).',
        'Yang diinginkan: Uangnya kembali.',
        'Perasaan: Takut atau tertekan; tenangkan dulu dan jelaskan apa yang terjadi berikutnya.',
      ].join('\n'),
    );
  });

  test('is written in the language of the agent', () => {
    const asked: Conversation = { turns: [...STORY.turns, { kind: 'person' }] };
    expect(summarise(BANK_MODEL, asked, { lang: 'en', actionOf })).toMatchObject({
      tried: 'Muat ulang (did not help).',
      wants: 'To talk to a person.',
      mood: expect.stringContaining('Afraid') as string,
    });
  });

  test('says what is not known', () => {
    const parts = { lang: 'en', actionOf } as const;
    expect(summarise(BANK_MODEL, beginConversation(), parts)).toMatchObject({
      problem: 'Nothing told yet.',
      tried: 'No step was tried yet.',
      wants: 'The problem solved.',
      mood: 'Calm.',
    });
    const found = { hits: [{ id: 'banking/pending', confidence: 0.5 }], outOfScope: false, parts: [] };
    expect(
      summarise(BANK_MODEL, { turns: [{ kind: 'said', text: 'it is odd', found }] }, parts).problem,
    ).toMatch(/^Not certain: “it is odd”\. Possible: Title pending; .*\.$/);
  });

  test('leaves out what was solved before', () => {
    const solved: Conversation = {
      turns: [
        ...STORY.turns.slice(0, 2),
        { kind: 'tried', step: 'refresh', result: 'solved' },
        { kind: 'said', text: 'paket hilang' },
      ],
    };
    const { text } = summarise(BANK_MODEL, solved, { lang: 'id', actionOf });
    expect(text).toContain('paket hilang');
    expect(text).not.toMatch(/pending|takut|Muat ulang/);
  });
});

test.each([
  ['money-back', ['mau refund dong']],
  ['money-back', ['tolong uang saya segera dikembalikan']],
  ['money-back', ['I want my money back']],
  ['access-back', ['ga bisa login dari kemarin']],
  ['access-back', ["I can't log in"]],
  ['cancel', ['tolong batalkan pesanan saya']],
  ['explanation', ['kenapa saldo saya beda']],
  ['cancel', ['kenapa saldo beda', 'ya sudah batalin aja']],
  ['solution', ['paket belum sampai']],
  ['solution', []],
] as const)('%s is wished for in %j', (wish, texts) => {
  expect(readWish(texts)).toBe(wish);
});

test('the last mood that shows counts', () => {
  expect(moodOf(['saya panik', 'baik'])).toBe('distressed');
  expect(moodOf(['saya panik', 'muak sama aplikasi ini'])).toBe('angry');
  expect(moodOf([])).toBe('calm');
});
