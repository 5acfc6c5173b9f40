import { expect, test } from 'vitest';
import { BANK_MODEL } from '../diagnosis/fake-problems.ts';
import { writeChronology } from './chronology.ts';
import type { Conversation } from './conversation.ts';

const STORY: Conversation = {
  turns: [
    { kind: 'said', text: 'uang saya\nditransfer orang' },
    { kind: 'safe' },
    { kind: 'answered', sign: 'status', reply: 'success' },
    { kind: 'answered', sign: 'kind', reply: null },
    { kind: 'confirmed', problem: 'banking/arrived' },
    { kind: 'tried', step: 'wait', result: 'failed' },
    { kind: 'person' },
  ],
};
const actionOf = (problem: string, step: string) => `${problem} ${step}.`;

test('tells what happened in order, with the times that are given and gaps for the others', () => {
  const timeOf = (place: number) => (place === 0 ? '08.15' : undefined);
  expect(writeChronology(BANK_MODEL, STORY, { lang: 'id', actionOf, timeOf }).split('\n')).toEqual([
    '08.15 Yang terjadi: “uang saya ditransfer orang”',
    '(__.__) Saya menjalankan langkah darurat',
    '(__.__) status? SUCCESS',
    '(__.__) Saya mencoba: banking/arrived wait (belum berhasil)',
  ]);
});

test('begins with the story at hand', () => {
  const turns: Conversation['turns'] = [
    ...STORY.turns,
    { kind: 'tried', step: 'call', result: 'solved' },
    { kind: 'said', text: 'something else' },
  ];
  expect(writeChronology(BANK_MODEL, { turns }, { lang: 'en', actionOf })).toBe(
    '(__.__) What happened: “something else”',
  );
  expect(writeChronology(BANK_MODEL, { turns: [] }, { lang: 'en', actionOf })).toBe('');
});
