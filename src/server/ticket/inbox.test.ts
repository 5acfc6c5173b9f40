import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { INBOX_VIEWS, PRIORITIES } from '../../core/ticket/index.ts';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { FAKE_ORDER, openFakeTicketStore, type FakeTicketStore } from './fake-ticket-store.ts';
import type { InboxQuery, TicketOrder } from './tickets.ts';

const ANI = 'agent-ani';
const DAY_MS = 86_400_000;

describe.each(TEST_DATABASES)('the inbox in $name', ({ open, isThere }) => {
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
  const opened = async (subject: string, order: Partial<TicketOrder> = {}) => {
    const answer = await store.tickets.open({ ...FAKE_ORDER, subject, ...order });
    if (answer.kind !== 'opened') throw new Error(answer.kind);
    return answer.ticket;
  };
  const subjects = async (query: Partial<InboxQuery> = {}) =>
    (await store.desk.list({ view: 'all', agent: ANI, ...query })).tickets.map(({ subject }) => subject);

  test('has the most pressing first: by priority, then by deadline', async () => {
    await opened('early');
    store.wait(60_000);
    await opened('late');
    const answered = await opened('answered');
    await store.desk.reply(ANI, answered.id, { text: 'a', version: 1 });
    await opened('urgent', { problem: 'banking/scam' });
    expect(await subjects()).toEqual(['urgent', 'early', 'late', 'answered']);
    expect(await subjects({ priority: 'urgent' })).toEqual(['urgent']);
  });

  test('puts each ticket where it belongs, and counts as it lists', async () => {
    const { desk } = store;
    const mine = await opened('mine');
    await desk.assign(ANI, mine.id, ANI, 1);
    const theirs = await opened('theirs');
    await desk.assign(ANI, theirs.id, 'agent-budi', 1);
    const waiting = await opened('waiting');
    await desk.reply(ANI, waiting.id, { text: 'a', version: 1 });
    const solved = await opened('solved');
    await desk.close(ANI, solved.id, { outcome: 'answer', version: 1 });
    await opened('held', { suspicions: ['links'] });
    store.wait(30 * DAY_MS);
    await opened('fresh');
    const expected = {
      mine: ['mine'],
      unassigned: ['waiting', 'fresh'],
      waiting: ['waiting'],
      all: ['mine', 'theirs', 'waiting', 'fresh'],
      late: ['mine', 'theirs'],
      solved: ['solved'],
      held: ['held'],
    };
    const { counts } = await store.desk.list({ view: 'all', agent: ANI });
    for (const view of INBOX_VIEWS) {
      expect([view, (await subjects({ view })).sort()]).toEqual([view, expected[view].sort()]);
      expect([view, counts[view]]).toEqual([view, expected[view].length]);
    }
  });

  test('is told page by page, whole and without repeats, also when tickets come between', async () => {
    for (let n = 0; n < 25; n++) {
      const ticket = await opened(`t${n}`);
      await store.desk.prioritise(ANI, ticket.id, PRIORITIES[n % 4] ?? 'low');
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await store.desk.list({
        view: 'all',
        agent: ANI,
        limit: 4,
        ...(after !== undefined && { after }),
      });
      expect(page.tickets.length).toBeLessThanOrEqual(4);
      seen.push(...page.tickets.map(({ subject }) => subject));
      after = page.next;
      await opened('urgent comes first', { problem: 'banking/scam' });
    } while (after !== undefined);
    const kept = seen.filter((subject) => subject !== 'urgent comes first');
    expect(kept).toHaveLength(25);
    expect(new Set(kept).size).toBe(25);
  });

  test('has what is over with the latest first', async () => {
    for (const subject of ['first', 'second', 'third']) {
      const ticket = await opened(subject);
      await store.desk.close(ANI, ticket.id, { outcome: 'answer', version: 1 });
      store.wait(1_000);
    }
    const page = await store.desk.list({ view: 'solved', agent: ANI, limit: 2 });
    expect(page.tickets.map(({ subject }) => subject)).toEqual(['third', 'second']);
    expect(await subjects({ view: 'solved', after: page.next ?? '' })).toEqual(['first']);
  });

  test('is counted anew after each change, after the word of another process, and after a while', async () => {
    const unassigned = async () => (await store.desk.list({ view: 'all', agent: ANI })).counts.unassigned;
    const { id } = await opened('one');
    expect(await unassigned()).toBe(1);
    await store.desk.assign(ANI, id, ANI, 1);
    expect(await unassigned()).toBe(0);
    await database.query('UPDATE ticket SET assignee = NULL');
    expect(await unassigned()).toBe(0);
    store.forgetCounts();
    expect(await unassigned()).toBe(1);
    await database.query('DELETE FROM ticket');
    store.wait(5_000);
    expect(await unassigned()).toBe(0);
  });

  test.each([
    ['nothing', ''],
    ['no place', Buffer.from('{}').toString('base64url')],
    ['a place of another kind', Buffer.from('["a", 1, 2]').toString('base64url')],
    ['a moment that does not exist', Buffer.from('[1, 9e300, "a"]').toString('base64url')],
    ['no JSON', '%%%'],
  ])('begins from the top after %s', async (_, after) => {
    await opened('one');
    expect(await subjects({ after })).toEqual(['one']);
  });

  test.each([0, -5, 1.5, 1_000_000])('takes a limit of %d as one that it knows', async (limit) => {
    await opened('one');
    await opened('two');
    const { tickets } = await store.desk.list({ view: 'all', agent: ANI, limit });
    expect(tickets.length).toBe(limit > 100 ? 2 : 1);
  });
});
