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

let hasProofs = false;

/** A server that answers as `answers` says, with challenges or without. */
function answer(address: string, init: RequestInit): Promise<Response> {
  if (address === '/proof')
    return Promise.resolve(
      hasProofs ? Response.json({ parameters: { algorithm: 'SHA-256' } }) : new Response('', { status: 404 }),
    );
  seen.push({
    key: new Headers(init.headers).get('Idempotency-Key'),
    body: JSON.parse(typeof init.body === 'string' ? init.body : ''),
  });
  const next = answers.shift();
  return next ? Promise.resolve(next()) : Promise.reject(new TypeError('Failed to fetch'));
}

/** Each proof is another. */
const sender = () => {
  let counter = 0;
  const work = () => Promise.resolve({ counter: counter++, derivedKey: '' });
  return new TicketSender('/tickets', new ProofOfWork('/proof', work));
};
const opened = () => Response.json(OPENED, { status: 201 });

beforeEach(() => {
  seen = [];
  answers = [];
  hasProofs = false;
  vi.stubGlobal('fetch', answer);
});
afterEach(() => vi.unstubAllGlobals());

describe('TicketSender', () => {
  test('sends what it is given and nothing else', async () => {
    answers = [opened];
    expect(await sender().send(REQUEST)).toEqual({ kind: 'sent', ticket: OPENED });
    expect(seen.map(({ body }) => body)).toEqual([REQUEST]);
  });

  test('sends the same again under the same key, and another under another', async () => {
    const one = sender();
    expect(await one.send(REQUEST)).toEqual({ kind: 'away' });
    answers = [opened, opened];
    await one.send(REQUEST);
    await one.send({ ...REQUEST, text: 'Masalah: lain' });
    const [first, second, third] = seen.map(({ key }) => key);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('sends the same proof again with the same request', async () => {
    hasProofs = true;
    const one = sender();
    await one.send(REQUEST);
    answers = [opened];
    await one.send(REQUEST);
    const [first, second] = seen.map(({ body }) => body);
    expect(first).toHaveProperty('proof');
    expect(second).toEqual(first);
  });

  test('proves anew, once, when a proof is refused', async () => {
    hasProofs = true;
    const refuse = () => Response.json({ errors: [{ name: 'proof' }] }, { status: 400 });
    answers = [refuse, opened];
    expect(await sender().send(REQUEST)).toMatchObject({ kind: 'sent' });
    const [first, second] = seen;
    expect(second?.key).toBe(first?.key);
    expect(second?.body).not.toEqual(first?.body);
    answers = [refuse, refuse, opened];
    expect(await sender().send(REQUEST)).toEqual({ kind: 'refused', fields: ['proof'] });
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
