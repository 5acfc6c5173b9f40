import { OpenAPIHono } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import type { Database } from '../database/index.ts';
import type { AppEnv } from '../http/index.ts';
import { formOf, openFakeTicketParts, type FakeTicketParts, type OpenedBody } from './fake-ticket-parts.ts';
import { mountTicketForms } from './ticket-forms.ts';
import { mountTickets } from './ticket-routes.ts';

const HOST = 'http://localhost:4321';
const ORDER = { lang: 'id', subject: 'Saldo hilang', text: 'Uang saya hilang', email: 'pembaca@example.org' };

describe.each(TEST_DATABASES)('the owner of a ticket, kept on $name', ({ open: openEmpty, isThere }) => {
  let database: Database;
  let parts: FakeTicketParts;
  let app: OpenAPIHono<AppEnv>;
  beforeAll(async () => {
    if (!isThere) return;
    database = await openEmpty();
    parts = await openFakeTicketParts(database);
    app = new OpenAPIHono<AppEnv>();
    mountTickets(app, parts);
    mountTicketForms(app, parts);
  });
  afterAll(async () => {
    if (!isThere) return;
    await parts.live.close();
    await database.close();
  });

  const ask = (path: string, init: RequestInit = {}) => Promise.resolve(app.request(`${HOST}${path}`, init));
  const open = async (changes: object = {}) => {
    const answer = await ask('/api/v1/tickets', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...ORDER, ...changes }),
    });
    return (await answer.json()) as OpenedBody;
  };

  it.skipIf(!isThere)('takes a copy, without what agents wrote for one another', async () => {
    const { token, reference } = await open();
    const ticket = (await parts.tickets.findByReference(reference))?.id ?? '';
    await database.query(
      `INSERT INTO ticket_message (id, ticket, kind, author, text, created_at, send_at)
       VALUES ('note', $1, 'note', 'agent', 'Sepertinya penipu', now(), now())`,
      [ticket],
    );
    const answer = await ask(`/api/v1/tickets/${token}/copy`);
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="${reference}.json"`);
    const text = await answer.text();
    expect(text).toContain('Uang saya hilang');
    expect(text).not.toMatch(/penipu|opening_key|token_hash/);
  });

  it.skipIf(!isThere)('finds nothing in page or copy that tells whether it is held', async () => {
    const look = async (text: string) => {
      const { token } = await open({ text });
      const view = (await (await ask(`/api/v1/tickets/${token}`)).json()) as Record<string, unknown>;
      const copy = (await (await ask(`/api/v1/tickets/${token}/copy`)).json()) as {
        tickets: Record<string, unknown>[];
      };
      return { view, copied: copy.tickets[0] ?? {} };
    };
    const [plain, held] = [await look('Uang saya hilang'), await look('https://example.org/ '.repeat(6))];
    const rows = await database.query('SELECT status FROM ticket ORDER BY status');
    expect(rows.map(({ status }) => status)).toContain('held');
    expect(Object.keys(held.view)).toEqual(Object.keys(plain.view));
    expect(held.view['status']).toBe(plain.view['status']);
    expect(typeof held.view['answerBy']).toBe('string');
    expect(Object.keys(held.copied)).toEqual(Object.keys(plain.copied));
    const values = Object.entries(held.copied).filter(([, value]) => /held|link/.test(JSON.stringify(value)));
    expect(values).toEqual([]);
  });

  it.skipIf(!isThere)('removes it for good, and nobody else’s', async () => {
    const [own, other] = [await open(), await open()];
    const gone = await ask(`/api/v1/tickets/${own.token}`, { method: 'DELETE' });
    expect(gone.status).toBe(204);
    expect((await ask(`/api/v1/tickets/${own.token}`)).status).toBe(404);
    expect((await ask(`/api/v1/tickets/${own.token}`, { method: 'DELETE' })).status).toBe(404);
    expect((await ask(`/api/v1/tickets/${other.token}`)).status).toBe(200);
  });

  it.skipIf(!isThere).each([
    ['/api/v1/tickets/short/copy', 'GET'],
    [`/api/v1/tickets/${'A'.repeat(43)}/copy`, 'GET'],
    [`/api/v1/tickets/${'A'.repeat(43)}`, 'DELETE'],
  ])('is nobody by another token: %s', async (path, method) => {
    expect((await ask(path, { method })).status).toBe(404);
  });

  it.skipIf(!isThere)(
    'removes it without scripts, only when that was ticked and from this site',
    async () => {
      const { token } = await open();
      const send = (fields: Record<string, string>, site = 'same-origin') =>
        ask(`/tiket/${token}/`, {
          method: 'POST',
          headers: { 'Sec-Fetch-Site': site },
          body: formOf(fields),
        });
      const isThereStill = async () => (await ask(`/api/v1/tickets/${token}`)).status === 200;
      await send({ do: 'erase' });
      expect(await isThereStill()).toBe(true);
      expect((await send({ do: 'erase', sure: 'yes' }, 'cross-site')).status).toBe(403);
      expect(await isThereStill()).toBe(true);
      expect((await send({ do: 'erase', sure: 'yes' })).status).toBe(303);
      expect(await isThereStill()).toBe(false);
    },
  );
});
