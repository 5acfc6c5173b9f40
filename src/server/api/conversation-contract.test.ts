import { describe, expect, it } from 'vitest';
import { createRateLimiter } from '../http/index.ts';
import { answerSchema, type ConversationAnswer } from './conversation-answer.ts';
import { createApp } from './create-app.ts';
import { fakeParts, type FakeParts } from './fake-parts.ts';

const BASE = '/api/v1/conversations';
const KEY = '7f9c24e8-3b12-4fef-91e0-56b63f6b5d11';

const apps = new WeakMap<FakeParts, ReturnType<typeof createApp>>();

function appOf(parts: FakeParts): ReturnType<typeof createApp> {
  const app = apps.get(parts) ?? createApp(parts);
  apps.set(parts, app);
  return app;
}

function ask(
  parts: FakeParts,
  address: string,
  init: RequestInit & { json?: unknown } = {},
): Promise<Response> {
  const { json, ...rest } = init;
  const headers = new Headers(rest.headers);
  if (json !== undefined && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  return Promise.resolve(
    appOf(parts).request(`http://localhost:4321${address}`, {
      ...rest,
      headers,
      ...(json !== undefined && { method: rest.method ?? 'POST', body: JSON.stringify(json) }),
    }),
  );
}

async function begin(parts: FakeParts, json: object = { lang: 'id', text: 'transfer belum masuk' }) {
  const response = await ask(parts, BASE, { json });
  expect(response.status).toBe(201);
  const answer = answerSchema.parse(await response.json());
  const headers = { Authorization: `Bearer ${answer.secret ?? ''}` };
  return { answer, headers, address: `${BASE}/${answer.id}`, response };
}

async function read(response: Promise<Response>, status = 200): Promise<ConversationAnswer> {
  const answer = await response;
  expect(answer.status).toBe(status);
  return answerSchema.parse(await answer.json());
}

async function expectProblem(response: Promise<Response>, status: number): Promise<string> {
  const answer = await response;
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([status, 'application/problem+json']);
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  const { detail } = (await answer.json()) as { detail: string };
  // It says what to do.
  expect(detail).toMatch(/\b(Send|Wait|begin|Use)\b/);
  return detail;
}

describe('a conversation over the API', () => {
  it('begins by the contract, with a secret that only this answer has', async () => {
    const parts = fakeParts();
    const { answer, headers, address, response } = await begin(parts);
    expect(response.headers.get('Location')).toBe(address);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(answer).toMatchObject({
      lang: 'id',
      revision: 1,
      state: 'question',
      status: 'question',
      urgent: false,
      solved: false,
      mode: 'extractive',
      reply: { mode: 'extractive' },
      question: { sign: 'status', answers: [{ value: 'success', text: 'SUCCESS' }, {}, {}] },
    });
    expect(answer.candidates[0]?.id).toMatch(/^banking\//);
    expect(answer.turns).toMatchObject({ turns: [{ kind: 'said', text: 'transfer belum masuk' }] });
    const again = await read(ask(parts, address, { headers }));
    expect(again).toEqual({ ...answer, secret: undefined });
    expect(again).not.toHaveProperty('secret');
  });

  it('goes over answers, a confirmation and steps to what the reader says came of it', async () => {
    const parts = fakeParts();
    const { headers, address } = await begin(parts);
    const send = (json: object) => read(ask(parts, `${address}/messages`, { headers, json }));
    await send({ answer: { sign: 'status', value: 'success' } });
    await send({ answer: { sign: 'details', value: null } });
    const step = await send({ choice: 'confirm:banking/arrived' });
    expect(step).toMatchObject({ state: 'step', steps: [{ step: 'wait', number: 1 }] });
    const next = await send({ outcome: { step: 'wait', solved: false } });
    expect(next).toMatchObject({ state: 'step', steps: [{ step: 'call' }], solved: false });
    const solved = await send({ outcome: { step: 'call', solved: true } });
    expect(solved).toMatchObject({ state: 'solved', solved: true });
    const rated = await send({ rating: 'helped' });
    expect(rated.turns.turns.at(-1)).toEqual({ kind: 'rated', rating: 'helped' });
  });

  it('leads to a person who is asked for, with the story to tell', async () => {
    const parts = fakeParts();
    const { headers, address } = await begin(parts);
    const answer = await read(ask(parts, `${address}/messages`, { headers, json: { want: 'human' } }));
    expect(answer).toMatchObject({ state: 'handoff', status: 'wants-person' });
    expect(answer.escalation?.summary).toContain('transfer belum masuk');
    expect(answer.escalation?.brief).toContain('Yang diinginkan: ');
  });

  it('keeps a secret out, and says why', async () => {
    const parts = fakeParts();
    const { answer } = await begin(parts, { text: 'kode otp saya 482913' });
    expect(answer).toMatchObject({ notice: 'blocked-secret', status: 'blocked-secret', revision: 0 });
    expect(JSON.stringify([...parts.store.rows.values()]) + parts.lines.join('')).not.toContain('482913');
  });

  it('carries out a request that comes again once, and answers it each time', async () => {
    const parts = fakeParts();
    const opening = { json: { text: 'transfer belum masuk' }, headers: { 'Idempotency-Key': KEY } };
    const [one, two] = [
      await read(ask(parts, BASE, opening), 201),
      await read(ask(parts, BASE, opening), 201),
    ];
    expect(two).toEqual(one);
    expect(parts.store.rows.size).toBe(1);
    const headers = { Authorization: `Bearer ${one.secret ?? ''}`, 'Idempotency-Key': `"${KEY}"` };
    const send = (text: string) => ask(parts, `${BASE}/${one.id}/messages`, { headers, json: { text } });
    expect((await read(send('masih belum juga'))).revision).toBe(2);
    expect((await read(send('masih belum juga'))).revision).toBe(2);
    await expectProblem(send('yang lain lagi'), 422);
  });

  it('is gone when it is deleted', async () => {
    const parts = fakeParts();
    const { headers, address } = await begin(parts);
    expect((await ask(parts, address, { method: 'DELETE', headers })).status).toBe(204);
    await expectProblem(ask(parts, address, { headers }), 404);
    await expectProblem(ask(parts, address, { method: 'DELETE', headers }), 404);
  });

  it('answers an unknown id and a wrong secret alike', async () => {
    const parts = fakeParts();
    const { answer, address } = await begin(parts);
    const other = await begin(parts);
    const details = new Set<string>();
    for (const [where, secret] of [
      [address, other.answer.secret],
      [address, 'x'],
      [`${BASE}/${'x'.repeat(22)}`, answer.secret],
      [`${BASE}/x`, answer.secret],
    ] as const) {
      const headers = { Authorization: `Bearer ${secret ?? ''}` };
      details.add(await expectProblem(ask(parts, where, { headers }), 404));
      details.add(
        await expectProblem(ask(parts, `${where}/messages`, { headers, json: { text: 'a' } }), 404),
      );
      details.add(await expectProblem(ask(parts, where, { method: 'DELETE', headers }), 404));
    }
    expect(details.size).toBe(1);
  });

  it.each([undefined, 'Basic eDp5', 'Bearer', 'Bearer a b'])(
    'asks for the secret when there is %s',
    async (given) => {
      const parts = fakeParts();
      const { address } = await begin(parts);
      const answer = ask(parts, address, given === undefined ? {} : { headers: { Authorization: given } });
      await expectProblem(answer, 401);
      expect((await answer).headers.get('WWW-Authenticate')).toBe('Bearer');
    },
  );
});

describe('a body', () => {
  const open = (body: BodyInit, headers: Record<string, string> = {}) => {
    const parts = fakeParts();
    const all = { 'Content-Type': 'application/json', ...headers };
    return ask(parts, BASE, { method: 'POST', body, headers: all });
  };

  it.each<[string, number, BodyInit, Record<string, string>]>([
    ['of no type', 415, '{}', { 'Content-Type': '' }],
    ['of another type', 415, 'text=a', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['that is packed', 415, '{}', { 'Content-Encoding': 'gzip' }],
    ['that is too long', 413, `{"text":"${'a'.repeat(262_144)}"}`, {}],
    ['that is not UTF-8', 400, new Uint8Array([0x7b, 0xff, 0x7d]), {}],
    ['that is empty', 400, '', {}],
    ['that is not JSON', 400, '{"text":', {}],
    ['that is a list', 400, '[]', {}],
    ['with text that is a number', 400, '{"text":1}', {}],
    ['with a language that is none of ours', 400, '{"lang":"fr"}', {}],
    ['with an unknown sector', 400, '{"sector":"fishing"}', {}],
    ['with a hostile article', 400, '{"article":"../../etc/passwd%00"}', {}],
    ['with a short key', 400, '{}', { 'Idempotency-Key': '1' }],
  ])('%s is refused', async (_, status, body, headers) => {
    await expectProblem(open(body, headers), status);
  });

  it.each([
    ['nothing', {}],
    ['two things', { text: 'a', want: 'human' }],
    ['a want that is none', { want: 'refund' }],
    ['an answer without a sign', { answer: { value: 'a' } }],
    ['an answer that smuggles a choice', { answer: { sign: 'a:b', value: 'c' } }],
    ['an outcome that is text', { outcome: { step: 'wait', solved: 'yes' } }],
    ['a rating that is none', { rating: 'best' }],
  ])('of a message with %s is refused', async (_, json) => {
    const parts = fakeParts();
    const { headers, address } = await begin(parts);
    await expectProblem(ask(parts, `${address}/messages`, { headers, json }), 400);
  });

  it.each([
    ['an emoji', '😭'],
    ['20,000 letters', 'a'.repeat(20_000)],
    ['markup', '<script>alert(1)</script>'],
    ['the null character', 'otp\u0000ga masuk'],
    ['a lone surrogate', 'otp \ud800 ga masuk'],
    ['nothing but space', ' \n '],
    ['SQL', "'; DROP TABLE conversation; --"],
  ])('with %s as its text is answered', async (_, text) => {
    const { answer } = await begin(fakeParts(), { text });
    expect(answer.reply.text).not.toBe('');
  });

  it('with what makes no sense now changes nothing', async () => {
    const parts = fakeParts();
    const { headers, address, answer } = await begin(parts);
    for (const json of [
      { choice: 'step:nothing:solved' },
      { choice: '__proto__' },
      { answer: { sign: 'never', value: 'was' } },
      { rating: 'helped' },
    ]) {
      const after = await read(ask(parts, `${address}/messages`, { headers, json }));
      expect(after.revision).toBe(answer.revision);
    }
  });
});

describe('the addresses of conversations', () => {
  it.each([
    [BASE, 'POST, OPTIONS', ['GET', 'PUT', 'PATCH', 'DELETE']],
    [`${BASE}/x`, 'GET, HEAD, DELETE, OPTIONS', ['POST', 'PUT', 'PATCH']],
    [`${BASE}/x/messages`, 'POST, OPTIONS', ['GET', 'PUT', 'PATCH', 'DELETE']],
  ])('%s let any site ask, and say which methods there are', async (address, methods, others) => {
    const headers = { Origin: 'https://pse.example.org', 'Access-Control-Request-Headers': 'authorization' };
    const preflight = await ask(fakeParts(), address, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(preflight.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe(methods);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toMatch(/Authorization.*Idempotency-Key/);
    for (const method of others) {
      const answer = ask(fakeParts(), address, { method });
      await expectProblem(answer, 405);
      expect((await answer).headers.get('Allow')).toBe(methods);
    }
  });

  it('are limited more strictly than reading, beginning most of all', async () => {
    const limiter = (burst: number) => createRateLimiter({ trustedProxies: [], now: () => 0, burst });
    const parts = fakeParts({ conversationLimits: { begin: limiter(1), step: limiter(2) } });
    const { headers, address } = await begin(parts);
    await expectProblem(ask(parts, BASE, { json: {} }), 429);
    const send = () => ask(parts, `${address}/messages`, { headers, json: { text: 'halo' } });
    expect([(await send()).status, (await send()).status]).toEqual([200, 200]);
    const wait = send();
    await expectProblem(wait, 429);
    expect((await wait).headers.get('Retry-After')).toBe('1');
    expect((await ask(parts, address, { headers })).status).toBe(200);
  });

  it('say when the database is away, log no words, and go on when it is back', async () => {
    const parts = fakeParts();
    const { headers, address } = await begin(parts);
    const send = () => ask(parts, `${address}/messages`, { headers, json: { text: 'kata rahasia' } });
    parts.store.isGone = true;
    for (const away of [ask(parts, BASE, { json: {} }), send(), ask(parts, address, { headers })]) {
      await expectProblem(away, 503);
      expect((await away).headers.get('Retry-After')).toBe('5');
    }
    expect((await ask(parts, '/api/v1/search?q=otp')).status).toBe(200);
    expect(parts.lines.join('')).not.toContain('rahasia');
    parts.store.isGone = false;
    expect((await send()).status).toBe(200);
  });

  it('never log or count what was said', async () => {
    const parts = fakeParts();
    const { answer } = await begin(parts, { text: 'kata rahasia sekali' });
    const metrics = await (await ask(parts, '/metrics')).text();
    expect(metrics).toContain('route="conversation",status="201"');
    expect(metrics + parts.lines.join('')).not.toMatch(new RegExp(`rahasia|${answer.id}`));
  });
});
