import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppEnv } from '../http/index.ts';
import { followTicket } from './ticket-events.ts';
import type { TicketParts } from './ticket-parts.ts';

const TOKEN = 'x'.repeat(43);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A stream of one ticket, as text that is added to, and what tells it that the ticket has changed. */
async function listen() {
  const heard: (() => void)[] = [];
  const parts = {
    tickets: { readOwn: () => Promise.resolve({ ticket: { id: 't1' } }) },
    live: { subscribe: (_: string, hear: () => void) => (heard.push(hear), () => undefined) },
    stopping: new AbortController().signal,
  };
  const app = new Hono<AppEnv>();
  // The stream asks for no other part.
  app.get('/:token', (c) => followTicket(c, parts as unknown as TicketParts));
  const response = await app.request(`/${TOKEN}`);
  const said: string[] = [];
  void response.body?.pipeTo(
    new WritableStream({ write: (chunk: Uint8Array) => void said.push(new TextDecoder().decode(chunk)) }),
  );
  const count = async (afterMs: number) => {
    await vi.advanceTimersByTimeAsync(afterMs);
    return said.filter((text) => text.startsWith('event: changed')).length;
  };
  return { change: () => heard[0]?.(), count };
}

it('tells of a change at once, and again when nobody can take it back any more', async () => {
  const { change, count } = await listen();
  await count(20_000);
  const before = await count(0);
  change();
  expect(await count(0)).toBe(before + 1);
  expect(await count(9_000)).toBe(before + 1);
  expect(await count(2_000)).toBe(before + 2);
});

it('tells whoever comes while an answer can still be taken back, once it cannot', async () => {
  const { count } = await listen();
  expect(await count(9_000)).toBe(0);
  expect(await count(2_000)).toBe(1);
});
