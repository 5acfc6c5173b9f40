import { OpenAPIHono } from '@hono/zod-openapi';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TicketView } from '../../core/ticket/index.ts';
import { PDF } from '../attachment/fake-files.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { DatabaseGoneError, type Database } from '../database/index.ts';
import type { AppEnv, PageLocals } from '../http/index.ts';
import {
  formOf,
  openFakeTicketParts,
  pdf,
  proveWork,
  type FakeTicketParts,
  type OpenedBody,
} from './fake-ticket-parts.ts';
import { mountTicketForms } from './ticket-forms.ts';
import type { TicketParts } from './ticket-parts.ts';
import { mountTickets } from './ticket-routes.ts';

const HOST = 'http://localhost:4321';
const TICKETS = '/api/v1/tickets';
const ORDER = { lang: 'id', subject: 'Transfer tertunda', text: 'Sudah dua hari belum masuk.' };
const KEY = '7f9c24e8-3b12-4fef-91e0-56b63f6b5d11';
const NOBODY = 'A'.repeat(43);

describe.for(TEST_DATABASES)('tickets of readers over $name', ({ isThere, open: openEmpty }) => {
  let database: Database;
  let parts: FakeTicketParts;
  let codes: string[];
  let drawn: PageLocals[];
  let app: OpenAPIHono<AppEnv>;

  beforeAll(async () => {
    if (!isThere) return;
    database = await openEmpty();
    parts = await openFakeTicketParts(database);
    ({ codes, drawn } = parts);
    app = appOf(parts);
  });
  afterAll(async () => {
    if (!isThere) return;
    await parts.live.close();
    await database.close();
  });
  beforeEach(async () => {
    if (!isThere) return;
    codes.length = 0;
    drawn.length = 0;
    await database.execute('TRUNCATE ticket, attachment, intake_limit, intake_proof, intake_code CASCADE');
  });

  function appOf(of: TicketParts): OpenAPIHono<AppEnv> {
    const made = new OpenAPIHono<AppEnv>();
    mountTickets(made, of);
    mountTicketForms(made, of);
    return made;
  }
  const ask = (address: string, init: RequestInit = {}) =>
    Promise.resolve(app.request(`${HOST}${address}`, init));
  const post = (address: string, json: unknown, headers: Record<string, string> = {}) =>
    ask(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof json === 'string' ? json : JSON.stringify(json),
    });
  const open = async (changes: object = {}, headers: Record<string, string> = {}) => {
    const answer = await post(TICKETS, { ...ORDER, ...changes }, headers);
    expect(answer.status).toBe(201);
    return (await answer.json()) as OpenedBody;
  };
  const view = async (answer: Response) => {
    expect(answer.status).toBe(200);
    return (await answer.json()) as TicketView;
  };
  const problemOf = async (answer: Response) => {
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    const { status, detail } = (await answer.json()) as { status: number; detail: string };
    expect(status).toBe(answer.status);
    return detail;
  };
  const statusOfTickets = async () =>
    (await database.query('SELECT status FROM ticket')).map((row) => row['status']);
  const prove = () => proveWork(parts);
  const send = (address: string, fields: Record<string, string | File | File[]>, headers = {}) =>
    ask(address, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', ...headers },
      body: formOf(fields),
    });
  const upload = async (fields: Record<string, string | File>) =>
    ask('/api/v1/attachments', { method: 'POST', body: formOf(fields) });

  describe.runIf(isThere)('the API', () => {
    test('opens a ticket by the contract, and reads it with its token alone', async () => {
      const { token, reference, url } = await open({ email: 'reader@example.org' });
      expect(url).toBe(`${HOST}/tiket/${token}/`);
      const answer = await ask(`${TICKETS}/${token}`);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(await view(answer)).toMatchObject({
        reference,
        status: 'new',
        hasEmail: true,
        messages: [{ from: 'reader', text: ORDER.text }],
      });
      for (const other of [NOBODY, reference, '%00', "'--", 'x'.repeat(3000)]) {
        expect(await problemOf(await ask(`${TICKETS}/${other}`))).toContain('opens no ticket');
      }
    });

    test('opens one ticket for the same key, sent twice, at once, with another proof', async () => {
      const headers = { 'Idempotency-Key': KEY };
      const proof = await prove();
      const opened = await Promise.all([
        open({}, headers),
        open({}, headers),
        open({ proof }, headers),
        open({ proof }, headers),
      ]);
      expect(new Set(opened.map(({ token }) => token)).size).toBe(1);
      expect(await statusOfTickets()).toEqual(['new']);
      const other = await post(TICKETS, { ...ORDER, text: 'lain' }, headers);
      expect([other.status, await problemOf(other)]).toEqual([422, expect.stringContaining('another key')]);
    });

    test.each([
      ['no text', { text: ' ' }, 'text is empty'],
      ['no subject', { subject: undefined }, 'subject is not text'],
      ['a NUL', { text: 'a\0b' }, 'NUL'],
      ['a long text', { text: 'a'.repeat(20_001) }, '20,000'],
      ['a long subject', { subject: 'a'.repeat(201) }, '200'],
      ['no mailbox', { email: 'reader' }, 'not a mailbox'],
      ['a mailbox with a line', { email: 'a@example.org\nBcc: b@example.org' }, 'not a mailbox'],
      ['a channel of others', { channel: 'mail' }, 'channel'],
      ['strange files', { attachments: ["' OR 1=1"] }, 'not the id of a file'],
      ['six files', { attachments: Array(6).fill('A'.repeat(22)) }, '5'],
      ['a list for a text', { text: ['a'] }, 'not text'],
    ])('refuses %s in words', async (_, change, said) => {
      const answer = await post(TICKETS, { ...ORDER, ...change });
      expect([answer.status, await problemOf(answer)]).toEqual([400, expect.stringContaining(said)]);
      expect(await statusOfTickets()).toEqual([]);
    });

    test('refuses what is no JSON, too long or of another type', async () => {
      expect((await post(TICKETS, '{')).status).toBe(400);
      expect((await post(TICKETS, { ...ORDER, text: 'a'.repeat(1_000_000) })).status).toBe(413);
      expect((await ask(TICKETS, { method: 'POST', body: 'a=b' })).status).toBe(415);
    });

    test('keeps a text with half a character', async () => {
      const answer = await post(TICKETS, String.raw`{"subject":"a","text":"b\ud800c"}`);
      const { token } = (await answer.json()) as OpenedBody;
      expect((await view(await ask(`${TICKETS}/${token}`))).messages[0]?.text).toBe('b\ufffdc');
    });

    test('covers secrets before they are kept, says so, and keeps what a person needs', async () => {
      const text = 'PIN saya 551203, email saya uji@example.org';
      const { token, covered } = await open({ text });
      expect(covered).toEqual(['pin']);
      const [message] = (await view(await ask(`${TICKETS}/${token}`))).messages;
      expect(message?.text).toBe('PIN saya [pin], email saya uji@example.org');
    });

    test('holds what looks like spam, and answers as always', async () => {
      const { token } = await open({ text: 'https://example.org/ '.repeat(6) });
      expect(await statusOfTickets()).toEqual(['held']);
      expect((await view(await ask(`${TICKETS}/${token}`))).status).toBe('new');
    });

    test('takes ten requests of one address an hour without a proof, and more with one', async () => {
      for (let count = 0; count < 10; count++) await open();
      const refused = await post(TICKETS, ORDER);
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([
        429,
        expect.stringMatching(/^\d+$/),
      ]);
      const proof = await prove();
      await open({ proof });
      expect((await post(TICKETS, { ...ORDER, proof })).status).toBe(429);
    });

    test('links a conversation only with its secret', async () => {
      const begun = await parts.conversations.begin({ lang: 'id', from: {}, deeds: [{ text: 'otp' }] });
      if (begun.kind !== 'begun') throw new Error('No conversation.');
      const conversation = begun.kept.id;
      await open({ conversation });
      await open({ conversation, conversationSecret: NOBODY });
      await open({ conversation, conversationSecret: begun.secret });
      const rows = await database.query('SELECT conversation FROM ticket ORDER BY conversation NULLS FIRST');
      expect(rows.map((row) => row['conversation'])).toEqual([null, null, conversation]);
      const kept = await parts.conversations.read({ id: conversation, secret: begun.secret });
      expect(kept?.conversation.turns.map(({ kind }) => kind)).toEqual(['said', 'joined']);
    });

    test('takes a message once, and a judgement', async () => {
      const { token } = await open();
      const headers = { 'Idempotency-Key': KEY };
      const body = { text: 'Masih belum. OTP 551203' };
      await view(await post(`${TICKETS}/${token}/messages`, body, headers));
      const after = await view(await post(`${TICKETS}/${token}/messages`, body, headers));
      expect(after.messages.map(({ text }) => text)).toEqual([ORDER.text, 'Masih belum. OTP [otp]']);
      const judged = await view(
        await post(`${TICKETS}/${token}/judgement`, { solved: true, rating: 'good' }),
      );
      expect(judged).toMatchObject({ status: 'solved', rating: 'good' });
      expect((await post(`${TICKETS}/${token}/judgement`, {})).status).toBe(400);
      expect((await post(`${TICKETS}/${NOBODY}/messages`, body)).status).toBe(404);
    });

    test('sends codes to mailboxes with tickets alone, and gives fresh tokens for them', async () => {
      const { token, reference } = await open({ email: 'reader@example.org' });
      expect((await post(`${TICKETS}/access`, { email: 'nobody@example.org' })).status).toBe(202);
      expect((await post(`${TICKETS}/access`, { email: 'Reader@example.org' })).status).toBe(202);
      await vi.waitFor(() => {
        expect(codes).toHaveLength(1);
      });
      const wrong = await post(`${TICKETS}/access/code`, { email: 'nobody@example.org', code: codes[0] });
      expect(wrong.status).toBe(403);
      const right = await post(`${TICKETS}/access/code`, { email: 'reader@example.org', code: codes[0] });
      const { tickets } = (await right.json()) as { tickets: OpenedBody[] };
      expect(tickets).toMatchObject([{ reference }]);
      expect(tickets[0]?.token).not.toBe(token);
      expect((await view(await ask(`${TICKETS}/${tickets[0]?.token ?? ''}`))).reference).toBe(reference);
    });

    test('tells who listens that a ticket has changed, and lets go when they leave', async () => {
      const { token } = await open();
      const answer = await ask(`${TICKETS}/${token}/events`);
      const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
      expect((await reader?.read())?.value).toContain('listening');
      await post(`${TICKETS}/${token}/messages`, { text: 'Halo' });
      expect((await reader?.read())?.value).toBe('event: changed\ndata: {}\n\n');
      await reader?.cancel();
      expect((await ask(`${TICKETS}/${NOBODY}/events`)).status).toBe(404);
    });
  });

  describe.runIf(isThere)('a file', () => {
    test('comes with a proof once or a ticket, and goes to the owner of its ticket alone', async () => {
      const proof = await prove();
      const stored = await upload({ proof, file: pdf('../a\u202eb".pdf') });
      expect(stored.status).toBe(201);
      const { id, name } = (await stored.json()) as { id: string; name: string };
      expect(name).toBe('ab.pdf');
      expect((await upload({ proof, file: pdf() })).status).toBe(403);
      const [own, other] = [await open({ attachments: [id] }), await open({ attachments: [id] })];
      const address = (token: string) => `${TICKETS}/${token}/attachments/${id}`;
      const answer = await ask(address(own.token));
      expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(PDF.length),
        'content-disposition': `attachment; filename="ab.pdf"; filename*=UTF-8''ab.pdf`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': expect.stringContaining('private, no-store') as string,
      });
      for (const token of [other.token, NOBODY, 'x']) expect((await ask(address(token))).status).toBe(404);
      expect((await upload({ ticket: own.token, file: pdf() })).status).toBe(201);
      expect((await upload({ ticket: NOBODY, file: pdf() })).status).toBe(403);
    });

    test('of an image is shown in place', async () => {
      const image = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
        .png()
        .toBuffer();
      const { token } = await open();
      const stored = await upload({ ticket: token, file: new File([new Uint8Array(image)], 'layar.png') });
      const { id } = (await stored.json()) as { id: string };
      await post(`${TICKETS}/${token}/messages`, { text: 'Ini', attachments: [id] });
      const answer = await ask(`${TICKETS}/${token}/attachments/${id}`);
      expect(answer.headers.get('Content-Disposition')).toMatch(/^inline;/);
    });

    test.each([
      ['a page', '<!doctype html><script>alert(1)</script>', 415],
      ['nothing', '', 400],
      ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>', 415],
      ['too much', 'a'.repeat(10_000_001), 413],
      ['very much', 'a'.repeat(11_000_000), 413],
    ])('is refused in words: %s', async (_, content, status) => {
      const { token } = await open();
      const answer = await upload({
        ticket: token,
        file: new File([content], 'a.png', { type: 'image/png' }),
      });
      expect([answer.status, await problemOf(answer)]).toEqual([status, expect.stringContaining('Send')]);
    });
  });

  describe.runIf(isThere)('the forms of pages without scripts', () => {
    const FIELDS = { ...ORDER, do: 'send', key: KEY, email: '', service: '', problem: '', conversation: '' };

    test('open one ticket, sent twice, and lead to its page', async () => {
      const first = await send('/kontak/', { ...FIELDS, file: [pdf(), pdf('b.pdf')] });
      const again = await send('/kontak/', { ...FIELDS, file: [pdf(), pdf('b.pdf')] });
      expect([first.status, again.status]).toEqual([303, 303]);
      const address = first.headers.get('Location') ?? '';
      expect(again.headers.get('Location')).toBe(address);
      expect((await ask(address)).headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(drawn.at(-1)?.ticket?.view.messages).toMatchObject([
        { text: ORDER.text, attachments: [{ name: 'bukti.pdf' }, { name: 'b.pdf' }] },
      ]);
    });

    test('take urlencoded ones without a subject, of browsers that say nothing of themselves', async () => {
      const body = new URLSearchParams({ text: 'Saldo hilang\nsejak kemarin', do: 'send' });
      const answer = await ask('/en/contact/', { method: 'POST', body });
      const address = answer.headers.get('Location') ?? '';
      expect(address).toMatch(/^\/en\/ticket\/[\w-]{43}\/$/);
      await ask(address);
      expect(drawn.at(-1)?.ticket?.view.subject).toBe('Saldo hilang');
    });

    test.each([
      ['nothing', { text: '' }, { text: 'missing' }],
      ['no mailbox', { email: 'x' }, { email: 'not-an-address' }],
      ['too much', { text: 'a'.repeat(20_001) }, { text: 'too-long' }],
      ['a secret', { text: 'PIN saya 551203' }, { text: 'secret' }],
      ['a page as a file', { file: new File(['<html>'], 'a.pdf') }, { file: 'file-type' }],
      ['six files', { file: Array.from({ length: 6 }, () => pdf()) }, { file: 'file-size' }],
    ])('are drawn again with what was filled in: %s', async (_, change, problems) => {
      const answer = await send('/kontak/', { ...FIELDS, ...change });
      expect(answer.status).toBe(422);
      expect(drawn.at(-1)?.contact).toMatchObject({ problems, key: KEY, form: { subject: ORDER.subject } });
      expect(await statusOfTickets()).toEqual([]);
    });

    test('are taken once the secret is covered', async () => {
      await send('/kontak/', { ...FIELDS, text: 'PIN saya 551203' });
      const text = drawn.at(-1)?.contact?.form.text ?? '';
      expect(text).toBe('PIN saya [pin]');
      expect((await send('/kontak/', { ...FIELDS, text })).status).toBe(303);
    });

    test('hold what a program filled in everywhere', async () => {
      expect((await send('/kontak/', { ...FIELDS, website: 'x' })).status).toBe(303);
      expect(await statusOfTickets()).toEqual(['held']);
    });

    test('are only drawn for compose', async () => {
      expect((await send('/kontak/', { ...FIELDS, do: 'compose' })).status).toBe(200);
      expect(drawn.at(-1)?.contact).toMatchObject({ problems: {}, form: { text: ORDER.text } });
      expect(await statusOfTickets()).toEqual([]);
    });

    test('of other sites are refused', async () => {
      const { token } = await open();
      for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) {
        for (const address of ['/kontak/', '/tiket/', `/tiket/${token}/`])
          expect((await send(address, FIELDS, headers)).status).toBe(403);
      }
    });

    test('are kept on the page while the database is away', async () => {
      const gone = () => Promise.reject(new DatabaseGoneError(new Error('gone')));
      const away = appOf({ ...parts, tickets: { ...parts.tickets, open: gone } });
      const answer = await away.request(`${HOST}/kontak/`, { method: 'POST', body: formOf(FIELDS) });
      expect(answer.status).toBe(503);
      const kept = { refusal: { reason: 'away' }, form: { text: ORDER.text } };
      expect(drawn.at(-1)?.contact).toMatchObject(kept);
    });

    test('write into a ticket once, and judge it', async () => {
      const { token } = await open();
      const page = `/tiket/${token}/`;
      const reply = { do: 'reply', key: KEY, text: 'Sudah masuk' };
      const twice = [
        await send(page, { ...reply, file: pdf() }),
        await send(page, { ...reply, file: pdf() }),
      ];
      expect(twice.map(({ headers }) => headers.get('Location'))).toEqual([page, page]);
      expect((await send(page, { do: 'judge', solved: 'true' })).status).toBe(303);
      await ask(page);
      expect(drawn.at(-1)?.ticket?.view).toMatchObject({
        status: 'solved',
        messages: [{ text: ORDER.text }, { text: 'Sudah masuk', attachments: [{ name: 'bukti.pdf' }] }],
      });
      expect((await send(page, { ...reply, text: ' ' })).status).toBe(422);
      expect(drawn.at(-1)?.ticket?.draft).toMatchObject({ text: '', problem: 'missing' });
      expect((await send(`/tiket/${NOBODY}/`, reply)).status).toBe(404);
      expect(drawn.at(-1)?.ticket).toBeUndefined();
    });

    test('lead over a code to the links of a mailbox', async () => {
      const { reference } = await open({ email: 'reader@example.org' });
      const email = 'reader@example.org';
      expect((await send('/tiket/', { do: 'ask', email })).status).toBe(200);
      expect(drawn.at(-1)?.lostLink).toEqual({ step: 'code', email, isWrong: false });
      await vi.waitFor(() => {
        expect(codes).toHaveLength(1);
      });
      await send('/tiket/', { do: 'code', email, code: 'x' });
      expect(drawn.at(-1)?.lostLink).toMatchObject({ step: 'code', isWrong: true });
      await send('/tiket/', { do: 'code', email, code: ` ${codes[0] ?? ''}` });
      expect(drawn.at(-1)?.lostLink).toMatchObject({ step: 'found', tickets: [{ reference }] });
    });
  });
});
