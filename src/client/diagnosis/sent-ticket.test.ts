import { expect, test } from 'vitest';
import type { Memory } from './device-memory.ts';
import { keepTicket, readTicket } from './sent-ticket.ts';

function memoryWith(text: string | null): Memory {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_, value) => {
      kept = value;
    },
    removeItem: () => {
      kept = null;
    },
  };
}

test('keeps what was sent, and forgets it', () => {
  const memory = memoryWith(null);
  const sent = { url: 'https://pandu.example.org/tiket/t0ken/', reference: '4829-1735' };
  keepTicket(sent, memory);
  expect(readTicket(memory)).toEqual(sent);
  keepTicket(undefined, memory);
  expect(readTicket(memory)).toBeUndefined();
});

test.each([
  'not JSON',
  'null',
  '{"url":"javascript:alert(1)","reference":"1"}',
  '{"url":"https://pandu.example.org/","reference":1}',
  '{"url":"https://pandu.example.org/","reference":"1","answerBy":3}',
])('takes nothing from %s', (text) => {
  expect(readTicket(memoryWith(text))).toBeUndefined();
});
