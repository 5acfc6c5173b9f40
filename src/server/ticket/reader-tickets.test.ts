import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { openFakeTicketStore, type FakeTicketStore } from './fake-ticket-store.ts';
import type { TicketOrder } from './tickets.ts';

const ORDER: TicketOrder = {
  lang: 'id',
  subject: 'Transfer tertunda',
  text: 'Sudah dua hari.',
  channel: 'contact',
  email: 'Reader@Example.org',
};

describe.each(TEST_DATABASES)('tickets of readers in $name', ({ open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  beforeAll(async () => {
    if (isThere) database = await open();
  }, 60_000);
  beforeEach(async () => {
    if (!isThere) return;
    store = await openFakeTicketStore(database);
    await database.query('TRUNCATE ticket, attachment CASCADE');
  });
  afterAll(() => (isThere ? database.close() : undefined));

  const opened = async (order: Partial<TicketOrder> = {}) => {
    const answer = await store.tickets.open({ ...ORDER, ...order });
    if (answer.kind !== 'opened') throw new Error(answer.kind);
    return answer;
  };

  it.runIf(isThere)('opens, reads and answers', async () => {
    const { token, ticket } = await opened();
    expect(await store.tickets.readOwn(token)).toMatchObject({ messages: [{ text: 'Sudah dua hari.' }] });
    const replied = await store.desk.reply('ani', ticket.id, {
      text: 'Halo',
      version: 1,
      guides: [{ problem: 'banking/scam', form: 'link' }],
    });
    expect(replied.kind).toBe('done');
    expect((await store.tickets.readOwn(token))?.messages).toHaveLength(1);
    store.wait(10_000);
    expect((await store.tickets.readOwn(token))?.messages).toHaveLength(2);
    const judged = await store.tickets.judgeOwn(token, {
      solved: true,
      guide: 'banking/scam',
      rating: 'good',
    });
    expect(judged).toMatchObject({ status: 'solved', outcome: 'guide', rating: 'good' });
    expect(await store.desk.list({ view: 'solved', agent: 'ani' })).toMatchObject({
      tickets: [{ id: ticket.id }],
      counts: { solved: 1, all: 0 },
    });
    expect((await store.desk.read(ticket.id))?.events.map(({ verb }) => verb)).toEqual([
      'opened',
      'replied',
      'guide-judged',
      'solved',
      'rated',
    ]);
    store.wait(366 * 86_400_000);
    expect(await store.expire()).toBe(1);
  });
});
