import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_RULES } from '../../core/ticket/fake-desk-rules.ts';
import { FAKE_ORDER, openFakeTicketStore, type FakeTicketStore } from './fake-ticket-store.ts';

const ANI = 'agent-ani';
const HOUR_MS = 3_600_000;
const at = (time: string) => new Date(`${time}:00+07:00`);

// Hours of the fake rules: 8–12 and 13–17. A normal ticket is answered in 4 hours and solved in 16; warned of when a
// quarter is left.
describe.each(TEST_DATABASES)('deadlines in $name', ({ open, isThere }) => {
  let database: Database;
  let store: FakeTicketStore;
  beforeAll(async () => {
    if (isThere) database = await open();
  }, 60_000);
  beforeEach(async () => {
    if (!isThere) return;
    store = await openFakeTicketStore(database, FAKE_RULES);
    await database.query('TRUNCATE ticket, attachment CASCADE');
    store.now = at('2026-11-25T08:00');
  });
  afterAll(() => (isThere ? database.close() : undefined));

  const test = it.runIf(isThere);
  const opened = async () => {
    const answer = await store.tickets.open(FAKE_ORDER);
    if (answer.kind !== 'opened') throw new Error(answer.kind);
    return answer;
  };
  const lateOf = async (ticket: string) =>
    (await store.desk.read(ticket))?.events
      .filter(({ verb }) => verb === 'late')
      .map(({ detail }) => `${detail['deadline']} ${detail['when']}`);

  test('are told of when they come near, and when they pass, each once', async () => {
    const { ticket } = await opened();
    const moments: [string, string[]][] = [
      ['2026-11-25T10:59', []],
      ['2026-11-25T11:00', ['firstReply soon']],
      ['2026-11-25T11:59', ['firstReply soon']],
      ['2026-11-25T12:00', ['firstReply soon', 'firstReply passed']],
      ['2026-11-26T13:00', ['firstReply soon', 'firstReply passed', 'solve soon']],
      ['2026-11-26T17:00', ['firstReply soon', 'firstReply passed', 'solve soon', 'solve passed']],
      ['2026-12-01T17:00', ['firstReply soon', 'firstReply passed', 'solve soon', 'solve passed']],
    ];
    for (const [moment, expected] of moments) {
      store.now = at(moment);
      await store.sweepDeadlines();
      expect(await store.sweepDeadlines()).toBe(0);
      expect([moment, await lateOf(ticket.id)]).toEqual([moment, expected]);
    }
    expect((await store.tickets.findById(ticket.id))?.version).toBe(1);
  });

  test('that pass unseen are not said to come near afterwards', async () => {
    const { ticket } = await opened();
    store.now = at('2026-12-10T08:00');
    expect(await store.sweepDeadlines()).toBe(1);
    expect(await lateOf(ticket.id)).toEqual(['firstReply passed', 'solve passed']);
  });

  test('are told of once by two processes at once', async () => {
    const tickets = await Promise.all(Array.from({ length: 60 }, opened));
    const other = await openFakeTicketStore(database, FAKE_RULES);
    store.now = at('2026-12-10T08:00');
    other.now = store.now;
    const swept = await Promise.all([store.sweepDeadlines(), other.sweepDeadlines()]);
    expect(swept[0] + swept[1]).toBe(60);
    for (const { ticket } of tickets) expect(await lateOf(ticket.id)).toHaveLength(2);
  });

  test('stand still while it is the reader’s turn, and go on with what was left', async () => {
    const { ticket, token } = await opened();
    expect(ticket.solveDue).toEqual(at('2026-11-26T17:00'));
    store.now = at('2026-11-25T10:00');
    await store.desk.reply(ANI, ticket.id, { text: 'a', version: 1 });
    store.now = at('2026-12-02T20:00');
    expect(await store.sweepDeadlines()).toBe(0);
    await store.tickets.replyOwn(token, { text: 'b' });
    const after = await store.tickets.findById(ticket.id);
    // 14 of 16 hours were left, and go on in the morning.
    expect(after?.solveDue).toEqual(at('2026-12-04T15:00'));
    expect(after?.firstReplyDue).toBeUndefined();
  });

  test('of another priority take off what has gone by', async () => {
    const { ticket } = await opened();
    store.now = at('2026-11-25T09:00');
    await store.desk.prioritise(ANI, ticket.id, 'low');
    const low = await store.tickets.findById(ticket.id);
    // Eight hours less the one that is gone.
    expect(low?.firstReplyDue).toEqual(at('2026-11-25T17:00'));
    store.now = at('2026-11-25T10:00');
    await store.desk.prioritise(ANI, ticket.id, 'urgent');
    const urgent = await store.tickets.findById(ticket.id);
    // Half an hour was the target, and it is over.
    expect(urgent?.firstReplyDue).toEqual(store.now);
    await store.sweepDeadlines();
    expect(await lateOf(ticket.id)).toEqual(['firstReply passed']);
  });

  test('end with the ticket', async () => {
    const { ticket } = await opened();
    await store.desk.close(ANI, ticket.id, { outcome: 'answer', version: 1 });
    store.wait(1_000 * HOUR_MS);
    expect(await store.sweepDeadlines()).toBe(0);
    expect(await lateOf(ticket.id)).toEqual([]);
  });

  test('that cannot be told of stay to be told of, and keep none of the others', async () => {
    const tickets = [];
    for (let one = 0; one < 120; one += 1) {
      tickets.push((await opened()).ticket);
      store.wait(1_000);
    }
    const ill = [tickets[0], tickets[60], tickets[119]].map((ticket) => ticket?.id ?? '');
    store.now = at('2026-12-10T08:00');
    store.effects = async (session, _, { id, subject }) => {
      // Within the transaction of that ticket alone.
      if (ill.includes(id)) await session.query(`SELECT nothing FROM nowhere -- ${subject}`);
    };
    const fault: unknown = await store.sweepDeadlines().catch((thrown: unknown) => thrown);
    expect(String(fault)).toMatch(new RegExp(`^DeadlineSweepError: .* 3 tickets .*${ill[0]}: \\w+\\.$`));
    expect(JSON.stringify(fault) + String(fault)).not.toContain(FAKE_ORDER.subject);
    for (const { id } of tickets) {
      expect([id, (await lateOf(id))?.length]).toEqual([id, ill.includes(id) ? 0 : 2]);
    }
    store.effects = () => Promise.resolve();
    expect(await store.sweepDeadlines()).toBe(3);
    expect(await store.sweepDeadlines()).toBe(0);
  });
});
