import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readReference } from '../../core/ticket/index.ts';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_ORDER, openFakeTicketStore, storeFile, type FakeTicketStore } from './fake-ticket-store.ts';
import type { TicketOrder } from './tickets.ts';

const AGENT = 'agent-1';
const DAY_MS = 86_400_000;
const OTHER_TOKEN = 'x'.repeat(43);

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

  const test = it.runIf(isThere);
  const opened = async (order: Partial<TicketOrder> = {}) => {
    const answer = await store.tickets.open({ ...FAKE_ORDER, ...order });
    if (answer.kind !== 'opened') throw new Error(answer.kind);
    return answer;
  };
  const answered = async (guides: readonly string[] = []) => {
    const { token, ticket } = await opened();
    const sent = guides.map((problem) => ({ problem, form: 'link' as const }));
    await store.desk.reply(AGENT, ticket.id, { text: 'Coba ini.', version: 1, guides: sent });
    store.wait(10_000);
    return { token, ticket };
  };
  const verbsOf = async (ticket: string) => (await store.desk.read(ticket))?.events.map(({ verb }) => verb);
  const rowsOf = async (table: string) =>
    Number((await database.query(`SELECT count(*) AS n FROM ${table}`))[0]?.['n']);

  const reply = (token: string) => store.tickets.replyOwn(token, { text: 'Halo?' });
  const judge = (solved: boolean) => (token: string) => store.tickets.judgeOwn(token, { solved });

  describe('a new ticket', () => {
    test('has a reference, a priority, deadlines, its first message and its event', async () => {
      const { ticket, token } = await opened({ problem: 'banking/scam' });
      expect(readReference(ticket.reference)).toBe(ticket.reference);
      expect(ticket).toMatchObject({ status: 'new', priority: 'urgent', version: 1, channel: 'contact' });
      // A Wednesday, 10:00 WIB, and 60 minutes for a first reply.
      expect(ticket.firstReplyDue).toEqual(new Date('2026-11-25T04:00:00Z'));
      const thread = await store.tickets.readOwn(token);
      expect(thread).toEqual({
        ticket,
        messages: [
          expect.objectContaining({ kind: 'reader', text: FAKE_ORDER.text, guides: [], attachments: [] }),
        ],
      });
      expect(store.told).toMatchObject([{ event: { verb: 'opened', actor: { kind: 'reader' } }, ticket }]);
    });

    test('tells the time of its event to all who listen', async () => {
      const heard: string[] = [];
      const stop = await database.listen('pandu_ticket', (text) => heard.push(text));
      const { ticket } = await opened();
      await expect.poll(() => heard).toContain(ticket.id);
      await stop();
    });

    test('is held apart when it looks like spam, and its clock stands still', async () => {
      const { ticket, token } = await opened({ suspicions: ['links', 'no-proof'] });
      expect(ticket.status).toBe('held');
      expect(ticket.firstReplyDue).toBeUndefined();
      expect(await verbsOf(ticket.id)).toEqual(['opened', 'held']);
      // Effects see that it is held before anybody else is told.
      expect(store.told[0]?.ticket.status).toBe('held');
      await store.tickets.replyOwn(token, { text: 'Halo?' });
      expect((await store.tickets.findById(ticket.id))?.status).toBe('held');
      const released = await store.desk.release(AGENT, ticket.id);
      expect(released).toMatchObject({ value: { status: 'new' } });
      expect((await store.tickets.findById(ticket.id))?.firstReplyDue).toBeDefined();
    });

    test.each<[string, ((token: string) => Promise<unknown>)[]]>([
      ['as it comes', []],
      ['written to again', [reply]],
      ['called over', [judge(true)]],
      ['called over twice', [judge(true), judge(true)]],
      ['called over and not', [judge(true), judge(false)]],
      ['called over and written to', [judge(true), reply]],
      ['rated', [judge(true), (token) => store.tickets.judgeOwn(token, { rating: 'bad' })]],
    ])('looks to its reader as if it were not held: %s', async (_, acts) => {
      const seen = async (suspicions: readonly string[]) => {
        const { token } = await opened({ suspicions });
        for (const act of acts) {
          store.wait(3_600_000);
          await act(token);
        }
        const thread = await store.tickets.readOwn(token);
        if (!thread) throw new Error('No ticket.');
        const { status, firstReplyDue, solveDue, outcome, rating } = thread.ticket;
        return { status, firstReplyDue, solveDue, outcome, rating, messages: thread.messages.length };
      };
      const [beginning, plain] = [store.now, await seen([])];
      store.now = beginning;
      const held = await seen(['links']);
      expect(held).toEqual(plain);
      expect((await store.desk.list({ view: 'held', agent: AGENT })).tickets).toHaveLength(1);
    });

    test('that an agent holds is due for its reader as before', async () => {
      const { ticket, token } = await opened();
      store.wait(3_600_000);
      await store.desk.hold(AGENT, ticket.id);
      store.wait(3_600_000);
      const thread = await store.tickets.readOwn(token);
      expect(thread?.ticket).toMatchObject({ status: 'new', firstReplyDue: ticket.firstReplyDue });
    });

    test('that is released after its reader called it over is over', async () => {
      const { ticket, token } = await opened({ suspicions: ['links'] });
      await judge(true)(token);
      expect(await store.desk.release(AGENT, ticket.id)).toMatchObject({ value: { status: 'solved' } });
    });

    test('takes up its attachments, and none of another ticket', async () => {
      const file = await storeFile(database, 'a.png');
      const { token } = await opened({ attachments: [file] });
      const thief = await opened({ attachments: [file, 'gone'] });
      expect((await store.tickets.readOwn(token))?.messages[0]?.attachments).toMatchObject([{ id: file }]);
      expect((await store.tickets.readOwn(thief.token))?.messages[0]?.attachments).toEqual([]);
    });

    test('keeps words that a database cannot, without what it cannot', async () => {
      const { token } = await opened({ subject: 'a\0b', text: `'; DROP TABLE ticket; --\0\ud800` });
      const thread = await store.tickets.readOwn(token);
      expect(thread?.ticket.subject).toBe('ab');
      expect(thread?.messages[0]?.text).toBe(`'; DROP TABLE ticket; --\ufffd`);
    });

    test('never cuts words in silence', async () => {
      await expect(opened({ text: 'a'.repeat(20_001) })).rejects.toThrow(RangeError);
      expect(await rowsOf('ticket')).toBe(0);
      const { token } = await opened({ text: 'a'.repeat(20_000) });
      expect((await store.tickets.readOwn(token))?.messages[0]?.text).toHaveLength(20_000);
    });
  });

  describe('the same request again', () => {
    const repeatable = { key: 'a-key-of-its-own', body: { subject: 'a' } };

    test('opens one ticket, with one token that opens it', async () => {
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => store.tickets.open(FAKE_ORDER, repeatable)),
      );
      const tokens = answers.map((answer) => (answer.kind === 'opened' ? answer.token : answer.kind));
      expect(new Set(tokens).size).toBe(1);
      expect(await store.tickets.readOwn(tokens[0] ?? '')).toBeDefined();
      expect([await rowsOf('ticket'), await rowsOf('ticket_message'), await rowsOf('ticket_event')]).toEqual([
        1, 1, 1,
      ]);
    });

    test('is refused when it asks for something else', async () => {
      await store.tickets.open(FAKE_ORDER, repeatable);
      const other = await store.tickets.open(FAKE_ORDER, { ...repeatable, body: { subject: 'b' } });
      expect(other).toEqual({ kind: 'other-request' });
    });

    test('replies once, also twice at once', async () => {
      const { token, ticket } = await opened();
      const reply = () => store.tickets.replyOwn(token, { text: 'Lagi' }, repeatable);
      const [one, two] = await Promise.all([reply(), reply()]);
      expect(one.kind === 'replied' && two.kind === 'replied' && one.message.id === two.message.id).toBe(
        true,
      );
      const other = await store.tickets.replyOwn(token, { text: 'Lain' }, { ...repeatable, body: 'b' });
      expect(other).toEqual({ kind: 'other-request' });
      expect(await verbsOf(ticket.id)).toEqual(['opened', 'replied']);
    });

    test('keeps neither its key nor its token', async () => {
      const { token } = (await store.tickets.open(FAKE_ORDER, repeatable)) as { token: string };
      const rows = await database.query('SELECT t.*, a.* FROM ticket t, ticket_access a');
      expect(JSON.stringify(rows)).not.toContain(repeatable.key);
      expect(JSON.stringify(rows)).not.toContain(token);
    });
  });

  describe('a token', () => {
    test.each(['', OTHER_TOKEN, "' OR 1=1 --", 'a'.repeat(100_000)])(
      'that is wrong opens nothing: %#',
      async (token) => {
        await opened();
        expect(await store.tickets.readOwn(token)).toBeUndefined();
        expect(await store.tickets.replyOwn(token, { text: 'a' })).toEqual({ kind: 'unknown' });
        expect(await store.tickets.judgeOwn(token, { rating: 'bad' })).toBeUndefined();
      },
    );

    test('opens its own ticket alone, and one more can be granted', async () => {
      const mine = await opened({ subject: 'Mine' });
      const other = await opened({ subject: 'Other' });
      expect((await store.tickets.readOwn(mine.token))?.ticket.id).toBe(mine.ticket.id);
      const granted = await store.tickets.grantAccess(other.ticket.id);
      expect((await store.tickets.readOwn(granted))?.ticket.id).toBe(other.ticket.id);
      expect((await store.tickets.readOwn(other.token))?.ticket.id).toBe(other.ticket.id);
    });
  });

  describe('a reader', () => {
    test('never sees notes, nor what is not sent or was taken back', async () => {
      const { token, ticket } = await opened();
      await store.desk.note(AGENT, ticket.id, 'Catatan rahasia');
      const first = await store.desk.reply(AGENT, ticket.id, { text: 'Ditarik', version: 2 });
      if (first.kind !== 'done') throw new Error(first.kind);
      const seen = async () => JSON.stringify(await store.tickets.readOwn(token));
      expect(await seen()).not.toMatch(/rahasia|Ditarik/);
      await store.desk.withdraw(AGENT, first.value.id);
      store.wait(60_000);
      expect(await seen()).not.toMatch(/rahasia|Ditarik/);
      await store.desk.reply(AGENT, ticket.id, { text: 'Terkirim', version: 4 });
      store.wait(9_999);
      expect(await seen()).not.toContain('Terkirim');
      store.wait(1);
      expect(await seen()).toContain('Terkirim');
    });

    test('who writes makes it the turn of the agents', async () => {
      const { token, ticket } = await answered();
      expect((await store.tickets.findById(ticket.id))?.status).toBe('waiting');
      await store.tickets.replyOwn(token, { text: 'Belum.' });
      expect((await store.tickets.findById(ticket.id))?.status).toBe('open');
    });

    test('who writes opens a solved ticket again', async () => {
      const { token, ticket } = await answered();
      await store.desk.close(AGENT, ticket.id, { outcome: 'answer', version: 2 });
      await store.tickets.replyOwn(token, { text: 'Muncul lagi.' });
      const now = await store.tickets.findById(ticket.id);
      expect(now).toMatchObject({ status: 'open' });
      expect(now).not.toHaveProperty('outcome');
      expect(now).not.toHaveProperty('solvedAt');
      expect((await verbsOf(ticket.id))?.slice(-2)).toEqual(['replied', 'reopened']);
    });

    test('judges a guide, which closes the ticket, and says how it was, once', async () => {
      const { token, ticket } = await answered(['banking/transfer-pending', 'banking/scam']);
      const judgement = { solved: true, guide: 'banking/scam', rating: 'good', comment: 'Cepat' } as const;
      const judged = await store.tickets.judgeOwn(token, judgement);
      expect(judged).toMatchObject({
        status: 'solved',
        outcome: 'guide',
        rating: 'good',
        ratingComment: 'Cepat',
      });
      expect(await store.tickets.judgeOwn(token, judgement)).toEqual(judged);
      expect((await verbsOf(ticket.id))?.slice(2)).toEqual(['guide-judged', 'solved', 'rated']);
      const guides = (await store.tickets.readOwn(token))?.messages.at(-1)?.guides;
      expect(guides).toContainEqual({ problem: 'banking/scam', form: 'link', solved: true });
      expect(guides).toContainEqual({ problem: 'banking/transfer-pending', form: 'link' });
    });

    test('judges only a guide that they were sent', async () => {
      const { token, ticket } = await answered(['banking/scam']);
      const judged = await store.tickets.judgeOwn(token, { solved: true, guide: 'banking/other' });
      expect(judged).toMatchObject({ status: 'solved', outcome: 'answer' });
      expect(await verbsOf(ticket.id)).not.toContain('guide-judged');
    });

    test('who is not helped opens the ticket again', async () => {
      const { token, ticket } = await answered(['banking/scam']);
      await store.tickets.judgeOwn(token, { solved: true });
      const judged = await store.tickets.judgeOwn(token, { solved: false, guide: 'banking/scam' });
      expect(judged?.status).toBe('open');
      expect((await verbsOf(ticket.id))?.slice(-2)).toEqual(['guide-judged', 'reopened']);
    });

    test('is found by mailbox, in any case, newest first, and not when it is long over', async () => {
      const old = await opened();
      await store.desk.close(AGENT, old.ticket.id, { outcome: 'answer', version: 1 });
      store.wait(DAY_MS);
      const newer = await opened({ email: ' READER@example.org' });
      await opened({ email: 'other@example.org' });
      const found = async () => (await store.tickets.findByEmail('reader@EXAMPLE.org ')).map(({ id }) => id);
      expect(await found()).toEqual([newer.ticket.id, old.ticket.id]);
      store.wait(90 * DAY_MS);
      expect(await found()).toEqual([newer.ticket.id]);
      expect(await store.tickets.findByReference(newer.ticket.reference)).toMatchObject({
        id: newer.ticket.id,
      });
    });

    test('whose mail comes twice has said it once', async () => {
      const { ticket } = await answered();
      const mail = { messageId: '<a@example.org>', text: 'Belum bisa.' };
      const first = await store.tickets.receiveMail(ticket.id, mail);
      const again = await store.tickets.receiveMail(ticket.id, { ...mail, text: 'Belum bisa. [via milis]' });
      expect(first).toMatchObject({
        kind: 'replied',
        message: { kind: 'reader' },
        ticket: { status: 'open' },
      });
      expect(again).toMatchObject({ kind: 'replied', message: { text: 'Belum bisa.' } });
      expect(await rowsOf('ticket_message')).toBe(3);
      expect(await store.tickets.receiveMail('gone', mail)).toEqual({ kind: 'unknown' });
    });
  });

  describe('time that is over', () => {
    test('hides a ticket at once, and removes it with all that hangs on it', async () => {
      const file = await storeFile(database, 'a.png');
      const { token, ticket } = await opened({ attachments: [file] });
      await store.desk.reply(AGENT, ticket.id, {
        text: 'a',
        version: 1,
        guides: [{ problem: 'p', form: 'link' }],
      });
      const free = await storeFile(database, 'free.png');
      expect(await store.expire()).toBe(0);
      store.wait(366 * DAY_MS);
      expect(await store.tickets.readOwn(token)).toBeUndefined();
      expect(await store.desk.read(ticket.id)).toBeUndefined();
      expect(await store.expire()).toBe(1);
      for (const table of [
        'ticket',
        'ticket_access',
        'ticket_message',
        'ticket_guide',
        'ticket_event',
        'attachment_content',
      ])
        expect([table, await rowsOf(table)]).toEqual([table, table === 'attachment_content' ? 1 : 0]);
      expect(await database.query('SELECT id FROM attachment')).toEqual([{ id: free }]);
    });
  });
});
