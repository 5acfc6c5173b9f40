import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseGoneError, type Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_ORDER, openFakeTicketStore, storeFile, type FakeTicketStore } from './fake-ticket-store.ts';
import type { Acted, TicketDesk, TicketOrder } from './tickets.ts';

const ANI = 'agent-ani';
const BUDI = 'agent-budi';
const MINUTE_MS = 60_000;

describe.each(TEST_DATABASES)('tickets of agents in $name', ({ name, open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  let desk: TicketDesk;
  beforeAll(async () => {
    if (isThere) database = await open();
  }, 60_000);
  beforeEach(async () => {
    if (!isThere) return;
    store = await openFakeTicketStore(database);
    ({ desk } = store);
    await database.query('TRUNCATE ticket, attachment CASCADE');
  });
  afterAll(() => (isThere ? database.close() : undefined));

  const test = it.runIf(isThere);
  const opened = async (order: Partial<TicketOrder> = {}) => {
    const answer = await store.tickets.open({ ...FAKE_ORDER, ...order });
    if (answer.kind !== 'opened') throw new Error(answer.kind);
    return { ...answer, id: answer.ticket.id };
  };
  const done = async <Value>(acted: Promise<Acted<Value>>): Promise<Value> => {
    const answer = await acted;
    if (answer.kind !== 'done') throw new Error(answer.kind);
    return answer.value;
  };
  const verbsOf = async (ticket: string) => (await desk.read(ticket))?.events.map(({ verb }) => verb);
  const ticketOf = (id: string) => store.tickets.findById(id);

  describe('a reply', () => {
    test('is sent in ten seconds, with its guides and files, and makes it the turn of the reader', async () => {
      const { id } = await opened();
      const file = await storeFile(database, 'a.png');
      const message = await done(
        desk.reply(ANI, id, {
          ...{ text: 'Coba ini.', version: 1, attachments: [file] },
          guides: [{ problem: 'banking/scam', form: 'steps' }],
        }),
      );
      expect(message).toMatchObject({ kind: 'agent', author: ANI, attachments: [{ id: file }] });
      expect(message.guides).toEqual([{ problem: 'banking/scam', form: 'steps' }]);
      expect(message.sendAt.getTime() - message.createdAt.getTime()).toBe(10_000);
      const ticket = await ticketOf(id);
      expect(ticket).toMatchObject({ status: 'waiting', version: 2, firstRepliedAt: store.now });
      expect([ticket?.firstReplyDue, ticket?.solveDue]).toEqual([undefined, undefined]);
    });

    test('that follows an older version is told that somebody was faster', async () => {
      const { id, token } = await opened();
      await store.tickets.replyOwn(token, { text: 'Masih ada lagi.' });
      const answer = await desk.reply(ANI, id, { text: 'a', version: 1 });
      expect(answer).toMatchObject({ kind: 'changed', ticket: { id, version: 2 } });
      expect((await desk.read(id))?.messages).toHaveLength(2);
    });

    test('of one of two agents at once is taken, the other is told', async () => {
      const { id } = await opened();
      const other = await openFakeTicketStore(database);
      const kinds = await Promise.all([
        desk.reply(ANI, id, { text: 'a', version: 1 }),
        other.desk.reply(BUDI, id, { text: 'b', version: 1 }),
      ]);
      expect(kinds.map(({ kind }) => kind).sort()).toEqual(['changed', 'done']);
      expect(await verbsOf(id)).toEqual(['opened', 'replied']);
    });

    test('that is sent again is written once, also at once and after the version moved on', async () => {
      const { id } = await opened();
      const again = { key: 'k'.repeat(16), body: 'a' };
      const reply = () => desk.reply(ANI, id, { text: 'a', version: 1 }, again);
      const [one, two] = await Promise.all([done(reply()), done(reply())]);
      const three = await done(reply());
      expect([two.id, three.id]).toEqual([one.id, one.id]);
      const other = await desk.reply(ANI, id, { text: 'b', version: 2 }, { ...again, body: 'b' });
      expect(other.kind).toBe('changed');
    });

    test('keeps the turn with the agents when they say so', async () => {
      const { id } = await opened();
      await done(desk.reply(ANI, id, { text: 'Sedang dicek.', version: 1, status: 'open' }));
      const ticket = await ticketOf(id);
      expect(ticket?.status).toBe('open');
      expect(ticket?.firstReplyDue).toBeUndefined();
      expect(ticket?.solveDue).toBeDefined();
    });

    test('to a ticket that is not there is unknown', async () => {
      expect(await desk.reply(ANI, 'gone', { text: 'a', version: 1 })).toEqual({ kind: 'unknown' });
    });
  });

  describe('a reply that is taken back', () => {
    test('leaves the ticket as new, its words nowhere, and its files for the next one', async () => {
      const { id, ticket } = await opened();
      const file = await storeFile(database, 'a.png');
      const guides = [{ problem: 'banking/scam', form: 'link' }] as const;
      const reply = { text: 'Salah kirim', version: 1, attachments: [file], guides };
      const message = await done(desk.reply(ANI, id, reply));
      const back = await done(desk.withdraw(ANI, message.id));
      expect(back).toMatchObject({ text: 'Salah kirim', guides, attachments: [{ id: file }] });
      expect(await ticketOf(id)).toEqual({ ...ticket, version: 3, updatedAt: store.now });
      const rows = await database.query(
        'SELECT * FROM ticket_message m LEFT JOIN ticket_guide g ON g.message = m.id',
      );
      expect(JSON.stringify(rows)).not.toMatch(/Salah|banking/);
      const next = await done(desk.reply(ANI, id, { ...reply, version: 3 }));
      expect(next.attachments).toMatchObject([{ id: file }]);
    });

    test('lets what the reader wrote meanwhile stand', async () => {
      const { id, token } = await opened();
      await done(desk.reply(ANI, id, { text: 'satu', version: 1 }));
      store.wait(MINUTE_MS);
      const second = await done(desk.reply(ANI, id, { text: 'dua', version: 2 }));
      await store.tickets.replyOwn(token, { text: 'tiga' });
      await done(desk.withdraw(ANI, second.id));
      const thread = await desk.read(id);
      expect(thread?.ticket).toMatchObject({ status: 'open' });
      expect(thread?.ticket.firstRepliedAt).toBeDefined();
      expect(thread?.messages.map(({ text }) => text)).toEqual([FAKE_ORDER.text, 'satu', 'tiga']);
    });

    test.each<[string, number, string]>([
      ['once it is sent', 10_000, ANI],
      ['by somebody else', 0, BUDI],
    ])('cannot be %s', async (_, waitMs, agent) => {
      const { id } = await opened();
      const message = await done(desk.reply(ANI, id, { text: 'a', version: 1 }));
      store.wait(waitMs);
      expect(await desk.withdraw(agent, message.id)).toEqual({ kind: 'unknown' });
      expect((await desk.read(id))?.messages).toHaveLength(2);
    });

    test('is taken back once, and is no message of a reader or a note', async () => {
      const { id } = await opened();
      const note = await done(desk.note(ANI, id, 'a'));
      const message = await done(desk.reply(ANI, id, { text: 'a', version: 2 }));
      const kinds = await Promise.all([desk.withdraw(ANI, message.id), desk.withdraw(ANI, message.id)]);
      expect(kinds.map(({ kind }) => kind).sort()).toEqual(['done', 'unknown']);
      expect(await desk.withdraw(ANI, note.id)).toEqual({ kind: 'unknown' });
      const [first] = (await desk.read(id))?.messages ?? [];
      expect(await desk.withdraw(ANI, first?.id ?? '')).toEqual({ kind: 'unknown' });
    });
  });

  describe('an action', () => {
    test('writes its event with who did it, once', async () => {
      const { id } = await opened();
      await done(desk.note(ANI, id, 'Rahasia'));
      for (let times = 0; times < 2; times++) {
        await done(desk.assign(ANI, id, BUDI, 2));
        await done(desk.prioritise(ANI, id, 'high'));
        await done(desk.classify(ANI, id, { service: 'bank-b' }));
        await done(desk.hold(ANI, id));
      }
      await done(desk.release(ANI, id));
      await done(desk.assign(ANI, id, null, 7));
      const thread = await desk.read(id);
      expect(thread?.events.slice(1).map(({ verb, actor, detail }) => [verb, actor, detail])).toEqual([
        ['noted', { kind: 'agent', id: ANI }, { message: thread?.messages.at(-1)?.id }],
        ['assigned', { kind: 'agent', id: ANI }, { assignee: BUDI }],
        ['prioritised', { kind: 'agent', id: ANI }, { priority: 'high' }],
        ['classified', { kind: 'agent', id: ANI }, { service: 'bank-b' }],
        ['held', { kind: 'agent', id: ANI }, {}],
        ['released', { kind: 'agent', id: ANI }, {}],
        ['assigned', { kind: 'agent', id: ANI }, {}],
      ]);
      expect(thread?.ticket).not.toHaveProperty('assignee');
      // Ids and codes, never words of a person.
      expect(JSON.stringify(store.told.map(({ event }) => event))).not.toMatch(
        /Rahasia|Transfer|example\.org/,
      );
    });

    test('that fails afterwards leaves neither a change nor an event', async () => {
      const { id, ticket, token } = await opened();
      store.effects = () => Promise.reject(new Error('The outbox is away.'));
      const acts = [
        () => desk.reply(ANI, id, { text: 'a', version: 1 }),
        () => desk.assign(ANI, id, BUDI, 1),
        () => desk.close(ANI, id, { outcome: 'answer', version: 1 }),
        () => store.tickets.replyOwn(token, { text: 'a' }),
        () => store.tickets.open(FAKE_ORDER),
      ];
      for (const act of acts) await expect(act()).rejects.toThrow('The outbox is away.');
      expect(await desk.read(id)).toMatchObject({ ticket, messages: [{}], events: [{}] });
      expect(await database.query('SELECT count(*)::int AS n FROM ticket')).toEqual([{ n: 1 }]);
    });

    it.runIf(isThere && name !== 'PGlite')('that is killed in the middle leaves nothing', async () => {
      const { id, ticket } = await opened();
      store.effects = async (session) => {
        await session.query('SELECT pg_terminate_backend(pg_backend_pid())');
      };
      await expect(desk.reply(ANI, id, { text: 'a', version: 1 })).rejects.toThrow(DatabaseGoneError);
      expect(await desk.read(id)).toMatchObject({ ticket, messages: [{}], events: [{}] });
      store.effects = () => Promise.resolve();
      await done(desk.reply(ANI, id, { text: 'a', version: 1 }));
    });

    test('ends with an outcome and the guide, from the version that was seen', async () => {
      const { id } = await opened();
      await done(desk.note(BUDI, id, 'a'));
      expect((await desk.close(ANI, id, { outcome: 'guide', version: 1 })).kind).toBe('changed');
      const end = { outcome: 'guide', guide: 'banking/scam', version: 2 } as const;
      expect(await done(desk.close(ANI, id, end))).toMatchObject({
        status: 'solved',
        outcome: 'guide',
        problem: 'banking/scam',
      });
      const again = await done(desk.reopen(ANI, id));
      expect(again.status).toBe('open');
      expect(again).not.toHaveProperty('outcome');
      expect((await verbsOf(id))?.slice(2)).toEqual(['solved', 'reopened']);
    });

    test('that assigns is done for the first of two at once, and tells the other who has it', async () => {
      const { id } = await opened();
      const both = await Promise.all([desk.assign(ANI, id, ANI, 1), desk.assign(BUDI, id, BUDI, 1)]);
      expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'done']);
      const refused = both.find((acted) => acted.kind === 'changed');
      const { ticket } = (await desk.read(id)) ?? {};
      expect(refused).toEqual({ kind: 'changed', ticket });
      expect(await verbsOf(id)).toEqual(['opened', 'assigned']);
      // The same again changes nothing, and takes nothing from anybody.
      const owner = ticket?.assignee ?? '';
      expect(await done(desk.assign(owner, id, owner, 1))).toMatchObject({ assignee: owner, version: 2 });
      expect((await desk.assign(ANI, id, null, 1)).kind).toBe('changed');
      expect(await done(desk.assign(ANI, id, null, 2))).toMatchObject({ version: 3 });
    });

    test('that names a pressing problem makes the ticket pressing, and never less', async () => {
      const { id } = await opened();
      const pressing = await done(desk.classify(ANI, id, { problem: 'banking/scam' }));
      expect(pressing).toMatchObject({ problem: 'banking/scam', priority: 'urgent' });
      const other = await done(desk.classify(ANI, id, { problem: 'banking/other' }));
      expect(other).toMatchObject({ problem: 'banking/other', priority: 'urgent' });
    });

    test('on a ticket that is not there is unknown', async () => {
      const answers = await Promise.all([
        desk.note(ANI, 'gone', 'a'),
        desk.assign(ANI, 'gone', BUDI, 1),
        desk.close(ANI, 'gone', { outcome: 'answer', version: 1 }),
        desk.withdraw(ANI, 'gone'),
      ]);
      expect(answers).toEqual(answers.map(() => ({ kind: 'unknown' })));
      expect(await desk.read('gone')).toBeUndefined();
    });
  });

  test('many readers and agents at once lose nothing', async () => {
    const { id, token } = await opened();
    const other = await openFakeTicketStore(database);
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => [
        store.tickets.replyOwn(token, { text: `a${n}` }),
        other.tickets.replyOwn(token, { text: `b${n}` }),
        other.desk.note(BUDI, id, `c${n}`),
      ]).flat(),
    );
    const thread = await desk.read(id);
    expect(thread?.messages).toHaveLength(31);
    expect(thread?.events).toHaveLength(31);
    expect(thread?.ticket.version).toBe(31);
  });
});
