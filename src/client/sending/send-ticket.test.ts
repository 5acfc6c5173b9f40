import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ProofOfWork } from './proof-of-work.ts';
import { TicketSender, type TicketRequest } from './send-ticket.ts';

const REQUEST: TicketRequest = {
  lang: 'id',
  channel: 'assistant',
  subject: 'Saldo hilang',
  text: 'Masalah: saldo hilang',
};
const OPENED = { token: 't0ken', reference: '4829-1735', url: 'https://pandu.example.org/tiket/t0ken/' };

interface Seen {
  readonly key: string | null;
  readonly body: unknown;
}
let seen: Seen[] = [];
let answers: (() => Response)[] = [];

/** A server without challenges, which answers as `answers` says. */
function answer(address: string, init: RequestInit): Promise<Response> {
  if (address === '/proof') return Promise.resolve(new Response('', { status: 404 }));
  seen.push({
    key: new Headers(init.headers).get('Idempotency-Key'),
    body: JSON.parse(typeof init.body === 'string' ? init.body : ''),
  });
  const next = answers.shift();
  return next ? Promise.resolve(next()) : Promise.reject(new TypeError('Failed to fetch'));
}

const sender = () => new TicketSender('/tickets', new ProofOfWork('/proof'));

beforeEach(() => {
  seen = [];
  answers = [];
  vi.stubGlobal('fetch', answer);
});
afterEach(() => vi.unstubAllGlobals());

describe('TicketSender', () => {
  test('sends what it is given and nothing else', async () => {
    answers = [() => Response.json(OPENED, { status: 201 })];
    expect(await sender().send(REQUEST)).toEqual({ kind: 'sent', ticket: OPENED });
    expect(seen.map(({ body }) => body)).toEqual([REQUEST]);
  });

  test('sends the same again under the same key, and another under another', async () => {
    const one = sender();
    expect(await one.send(REQUEST)).toEqual({ kind: 'away' });
    answers = [() => Response.json(OPENED, { status: 201 }), () => Response.json(OPENED, { status: 201 })];
    await one.send(REQUEST);
    await one.send({ ...REQUEST, text: 'Masalah: lain' });
    const [first, second, third] = seen.map(({ key }) => key);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test.each([
    [429, {}, { kind: 'too-many' }],
    [503, {}, { kind: 'away' }],
    [
      400,
      { errors: [{ name: 'email', problem: 'is no address' }, 'odd', { name: 3 }] },
      { kind: 'refused', fields: ['email'] },
    ],
    [422, { errors: 'none' }, { kind: 'refused', fields: [] }],
    [201, { token: 't' }, { kind: 'away' }],
  ])('reads %i %o as %o', async (status, body, expected) => {
    answers = [() => Response.json(body, { status })];
    expect(await sender().send(REQUEST)).toEqual(expected);
  });

  test('takes a page instead of an answer as a server that is away', async () => {
    answers = [() => new Response('<html>', { status: 200 })];
    expect(await sender().send(REQUEST)).toEqual({ kind: 'away' });
  });
});
