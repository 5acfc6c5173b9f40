import { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { DatabaseGoneError, type Database } from '../database/index.ts';
import type { AppEnv } from '../http/index.ts';
import {
  formOf,
  openFakeTicketParts,
  pdf,
  type FakeTicketParts,
  type OpenedBody,
} from './fake-ticket-parts.ts';
import { mountTicketForms } from './ticket-forms.ts';
import type { TicketParts } from './ticket-parts.ts';
import { mountTickets } from './ticket-routes.ts';

const HOST = 'http://localhost:4321';
const KEY = '7f9c24e8-3b12-4fef-91e0-56b63f6b5d11';
const FIELDS = { do: 'send', key: KEY, text: 'Uang saya hilang', email: 'a@example.org' };
const HUGE = new File([new Uint8Array(52_000_000)], 'a.png');

describe.each(TEST_DATABASES)('a form that is refused, over $name', ({ open: openEmpty, isThere }) => {
  let database: Database;
  let parts: FakeTicketParts;
  beforeAll(async () => {
    if (!isThere) return;
    database = await openEmpty();
    parts = await openFakeTicketParts(database);
  });
  afterAll(async () => {
    if (!isThere) return;
    await parts.live.close();
    await database.close();
  });
  beforeEach(async () => {
    if (!isThere) return;
    parts.drawn.length = 0;
    await database.execute('TRUNCATE ticket, attachment, intake_limit, intake_code CASCADE');
  });

  const test = it.runIf(isThere);
  const appOf = (changes: Partial<TicketParts> = {}) => {
    const app = new OpenAPIHono<AppEnv>();
    mountTickets(app, { ...parts, ...changes });
    mountTicketForms(app, { ...parts, ...changes });
    return app;
  };
  const post = (page: string, body: BodyInit, { app = appOf(), headers = {} } = {}) =>
    Promise.resolve(app.request(HOST + page, { method: 'POST', body, headers }));
  const openTicket = async () => {
    const answer = await post(
      '/api/v1/tickets',
      JSON.stringify({ subject: 'Saldo', text: 'Uang saya hilang' }),
      {
        headers: { 'Content-Type': 'application/json' },
      },
    );
    return ((await answer.json()) as OpenedBody).token;
  };
  const drawn = () => parts.drawn.at(-1);
  const isPage = (answer: Response) => {
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/html/);
    return answer.status;
  };

  test('for its size keeps what was typed, and marks what to mend', async () => {
    expect(isPage(await post('/kontak/', formOf({ ...FIELDS, file: HUGE })))).toBe(413);
    expect(drawn()?.contact).toMatchObject({
      problems: { file: 'file-size' },
      form: { text: FIELDS.text },
      key: KEY,
    });
    expect(isPage(await post('/kontak/', formOf({ ...FIELDS, text: 'a'.repeat(52_000_000) })))).toBe(413);
    expect(drawn()?.contact?.problems).toEqual({ text: 'too-long' });
    const token = await openTicket();
    expect(isPage(await post(`/tiket/${token}/`, formOf({ do: 'reply', text: 'Sudah', file: HUGE })))).toBe(
      413,
    );
    expect(drawn()?.ticket?.draft).toEqual({ text: 'Sudah', problem: 'file-size', hadFiles: true });
    expect(isPage(await post('/tiket/', formOf({ do: 'ask', email: 'a'.repeat(300_000) })))).toBe(413);
    expect(drawn()?.lostLink).toMatchObject({ step: 'ask', refusal: { reason: 'unreadable' } });
  });

  test('for a store that is full keeps what was typed, and says to leave the file out', async () => {
    const full = () => Promise.resolve({ kind: 'refused', reason: 'full' } as const);
    const app = appOf({ attachments: { ...parts.attachments, store: full } });
    const token = await openTicket();
    expect(isPage(await post('/kontak/', formOf({ ...FIELDS, file: pdf() }), { app }))).toBe(422);
    expect(drawn()?.contact).toMatchObject({ problems: { file: 'no-room' }, form: { text: FIELDS.text } });
    await post(`/tiket/${token}/`, formOf({ do: 'reply', text: 'Sudah', file: pdf() }), { app });
    expect(drawn()?.ticket?.draft).toMatchObject({ text: 'Sudah', problem: 'no-room' });
  });

  test('covers secrets in what it gives back', async () => {
    await post('/kontak/', formOf({ ...FIELDS, text: 'PIN saya 551203', file: HUGE }));
    expect(drawn()?.contact?.form.text).toBe('PIN saya [pin]');
  });

  test('for choosing nothing is drawn again and says so', async () => {
    expect(isPage(await post(`/tiket/${await openTicket()}/`, formOf({ do: 'judge' })))).toBe(400);
    expect(drawn()?.ticket?.refusal).toEqual({ reason: 'nothing-chosen' });
  });

  test('for its type is answered with its page', async () => {
    const token = await openTicket();
    for (const page of ['/kontak/', '/tiket/', `/tiket/${token}/`]) {
      const answer = await post(page, '{}', { headers: { 'Content-Type': 'application/json' } });
      expect(isPage(answer)).toBe(415);
    }
    expect(drawn()?.ticket?.refusal).toEqual({ reason: 'unreadable' });
  });

  test('for what its page had filled in keeps what its reader typed', async () => {
    expect(isPage(await post('/kontak/', formOf({ ...FIELDS, problem: "' OR 1=1" })))).toBe(400);
    expect(drawn()?.contact).toMatchObject({
      form: { text: FIELDS.text, email: FIELDS.email, problem: '' },
      refusal: { reason: 'unreadable' },
    });
  });

  test('for too many requests of an hour says when, on its page', async () => {
    const app = appOf();
    for (let count = 0; count < 10; count++) {
      const form = formOf({ ...FIELDS, key: `${KEY}${count}` });
      expect((await post('/kontak/', form, { app })).status).toBe(303);
    }
    const answer = await post('/kontak/', formOf(FIELDS), { app });
    expect(isPage(answer)).toBe(429);
    expect(answer.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(drawn()?.contact).toMatchObject({
      refusal: { reason: 'too-many', seconds: Number(answer.headers.get('Retry-After')) },
      form: { text: FIELDS.text },
    });
  });

  test('for too many messages keeps reply, judgement and comment', async () => {
    const token = await openTicket();
    const page = `/tiket/${token}/`;
    const app = appOf({
      intake: { ...parts.intake, limits: { take: () => Promise.resolve(180) } },
    });
    const reply = await post(page, formOf({ do: 'reply', text: 'Sudah' }), { app });
    expect([isPage(reply), reply.headers.get('Retry-After')]).toEqual([429, '180']);
    expect(drawn()?.ticket).toMatchObject({
      draft: { text: 'Sudah' },
      refusal: { reason: 'too-many', seconds: 180 },
    });
    const rating = await post(page, formOf({ do: 'judge', rating: 'bad', comment: 'Lambat' }), { app });
    expect(isPage(rating)).toBe(429);
    expect(await rating.text()).toMatch(/name="rating" value="bad"[\s\S]*Lambat<\/textarea>/);
    const ask = await post('/tiket/', formOf({ do: 'ask', email: 'a@example.org' }), { app });
    expect(isPage(ask)).toBe(429);
    expect(drawn()?.lostLink).toMatchObject({
      step: 'ask',
      email: 'a@example.org',
      refusal: { seconds: 180 },
    });
  });

  test('for a comment that is too long has all of it, to be shortened', async () => {
    const page = `/tiket/${await openTicket()}/`;
    const answer = await post(page, formOf({ do: 'judge', rating: 'bad', comment: 'a'.repeat(2001) }));
    expect(isPage(answer)).toBe(422);
    expect(await answer.text()).toContain('a'.repeat(2001));
  });

  test('because everything is asked too fast has what was typed', async () => {
    const app = appOf({ rateLimiter: { take: () => 3, nameClient: () => 'a' } });
    for (const page of ['/kontak/', '/tiket/', `/tiket/${'A'.repeat(43)}/`]) {
      const answer = await post(page, formOf({ ...FIELDS, file: pdf() }), { app });
      expect([isPage(answer), answer.headers.get('Retry-After')]).toEqual([429, '3']);
      expect(await answer.text()).toContain(FIELDS.text);
    }
    expect(parts.drawn).toEqual([]);
  });

  test('while the database is away has what was typed', async () => {
    const gone = () => Promise.reject(new DatabaseGoneError(new Error('gone')));
    const { limits } = parts.intake;
    const app = appOf({
      tickets: { ...parts.tickets, readOwn: gone },
      intake: { ...parts.intake, limits: { ...limits, take: gone } },
    });
    for (const page of [`/tiket/${'A'.repeat(43)}/`, '/tiket/']) {
      const answer = await post(page, formOf({ do: 'reply', text: 'Sudah', email: 'a@example.org' }), {
        app,
      });
      expect([isPage(answer), answer.headers.get('Retry-After')]).toEqual([503, '5']);
      expect(await answer.text()).toContain('Sudah');
    }
  });

  test('from another site gives back nothing', async () => {
    const answer = await post('/kontak/', formOf(FIELDS), { headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect(isPage(answer)).toBe(403);
    expect(await answer.text()).not.toContain(FIELDS.text);
  });

  test('is not a mailbox: it is marked and stays', async () => {
    expect(isPage(await post('/tiket/', formOf({ do: 'ask', email: 'siti@' })))).toBe(422);
    expect(drawn()?.lostLink).toEqual({ step: 'ask', email: 'siti@', isWrong: true });
  });

  test.each([
    ['at once after it was drawn', () => parts.intake.stamps.draw(), 'held'],
    ['never drawn here', () => '1.x', 'held'],
    ['at once, its words from another page', () => parts.intake.stamps.drawFilled(), 'new'],
  ])('is held for haste alone with no proof, and nobody is told: sent %s', async (_, stamp, status) => {
    expect((await post('/kontak/', formOf({ ...FIELDS, drawn: stamp() }))).status).toBe(303);
    expect((await database.query('SELECT status FROM ticket')).map((row) => row['status'])).toEqual([status]);
  });

  test('is drawn again with the time of the first drawing', async () => {
    await post('/kontak/', formOf({ ...FIELDS, text: '', drawn: 'first' }));
    expect(drawn()?.contact?.drawnAt).toBe('first');
    await post('/kontak/', formOf({ ...FIELDS, do: 'compose' }));
    expect(parts.intake.stamps.isHasty(drawn()?.contact?.drawnAt ?? '')).toBe(false);
  });
});
