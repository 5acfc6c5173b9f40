import { expect, test } from 'vitest';
import { BANK_MODEL } from '../diagnosis/fake-problems.ts';
import type { Conversation } from './conversation.ts';
import { writePacket } from './packet.ts';
import { STATUSES, wordingOf } from './status.ts';

const STORY: Conversation = {
  turns: [
    { kind: 'said', text: 'transfer\nbelum sampai' },
    { kind: 'answered', sign: 'status', reply: 'pending' },
    { kind: 'answered', sign: 'kind', reply: null },
    { kind: 'confirmed', problem: 'banking/pending' },
    { kind: 'tried', step: 'refresh', result: 'failed' },
  ],
};

test('tells problem, service, words, signs and steps with their outcomes', () => {
  const packet = writePacket(BANK_MODEL, STORY, {
    lang: 'id',
    service: 'Bank Contoh',
    actionOf: (_, step) => (step === 'refresh' ? 'Muat ulang.' : ''),
  });
  expect(packet).toEqual({
    subject: 'Bank Contoh: Title pending',
    text: [
      'Masalah: Title pending',
      'Layanan: Bank Contoh',
      'Yang saya tulis:\n- “transfer belum sampai”',
      'Tanda yang terlihat:\n- status? PENDING\n- kind? tidak tahu',
      'Yang sudah saya coba:\n- Muat ulang. (belum berhasil)',
    ].join('\n\n'),
    opening: expect.stringContaining('Title pending. Saya sudah mencoba 1 langkah') as string,
  });
});

test('says that the problem is not known, and what it may be', () => {
  const turns: Conversation['turns'] = [
    {
      kind: 'said',
      text: 'strange',
      found: { hits: [{ id: 'banking/pending', confidence: 0.5 }], outOfScope: false, parts: [] },
    },
  ];
  const packet = writePacket(BANK_MODEL, { turns }, { lang: 'en', actionOf: () => '' });
  expect(packet.text).toMatch(/^Problem: not known yet\n/);
  expect(packet.text).toContain('Possible:\n- Title pending');
  expect(packet.subject).toBe('strange');
});

test('every status has words in both languages and registers', () => {
  for (const status of STATUSES) {
    for (const lang of ['id', 'en'] as const) {
      for (const register of ['formal', 'casual'] as const) {
        expect(wordingOf(status, lang, register), status).toMatch(/^\S.{10,}[.?)]$/s);
      }
    }
  }
});
