import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import type { DeliveryJournal } from './delivery-journal.ts';
import { openOutbox } from './pg-boss-outbox.ts';
import type { JobHandlers, Outbox } from './outbox.ts';

const PATIENCE = { timeout: 20_000, interval: 20 };

describe.each(TEST_DATABASES)('the outbox over $name', ({ open, isThere }) => {
  let database: Database;
  const opened: Outbox[] = [];
  const lines: string[] = [];
  const openOne = async (handlers?: JobHandlers) => {
    const outbox = await openOutbox(database, { log: (line) => lines.push(line) });
    opened.push(outbox);
    if (handlers) await outbox.work(handlers);
    return outbox;
  };
  beforeAll(async () => {
    if (isThere) database = await open();
  }, 60_000);
  afterAll(() => (isThere ? database.close() : undefined));
  beforeEach(() => {
    if (!isThere) return undefined;
    lines.length = 0;
    return async () => {
      await Promise.all(opened.splice(0).map((outbox) => outbox.stop()));
      await database.query('DELETE FROM outbox.job');
    };
  });

  it.skipIf(!isThere)(
    'is opened by two at once, the first time too',
    async () => {
      const both = await Promise.all([openOne(), openOne()]);
      expect(await both[1].count()).toEqual({ waiting: 0, failed: 0 });
    },
    30_000,
  );

  it.skipIf(!isThere)('carries out what its transaction has kept, and nothing of one undone', async () => {
    const done: string[] = [];
    const outbox = await openOne({ deadline: ({ ticket }) => Promise.resolve(void done.push(ticket)) });
    const undone = database.transaction(async (session) => {
      await outbox.enqueue(session, 'deadline', { ticket: 'undone' });
      throw new RangeError('Changed my mind.');
    });
    await expect(undone).rejects.toThrow(RangeError);
    await database.transaction((session) => outbox.enqueue(session, 'deadline', { ticket: 'kept' }));
    await vi.waitFor(() => {
      expect(done).toEqual(['kept']);
    }, PATIENCE);
  });

  it.skipIf(!isThere)(
    'carries out each of many once, though two share the work',
    async () => {
      const done: string[] = [];
      const handlers: JobHandlers = { webhook: ({ event }) => Promise.resolve(void done.push(event)) };
      const [first, second] = await Promise.all([openOne(handlers), openOne(handlers)]);
      const events = Array.from({ length: 60 }, (_, place) => `event-${place}`);
      for (const [place, event] of events.entries()) {
        const outbox = place % 2 === 0 ? first : second;
        await database.transaction((session) =>
          outbox.enqueue(session, 'webhook', { ticket: 't', event, endpoint: 'e' }),
        );
      }
      await vi.waitFor(async () => {
        expect(await first.count()).toEqual({ waiting: 0, failed: 0 });
      }, PATIENCE);
      expect([...done].sort()).toEqual([...events].sort());
    },
    30_000,
  );

  it.skipIf(!isThere)(
    'calls a handler again that threw, and keeps and logs no word of its fault',
    async () => {
      let calls = 0;
      const outbox = await openOne({
        deadline: () => {
          calls += 1;
          if (calls === 1) throw new RangeError('siti@example.org does not answer.');
          return Promise.resolve();
        },
      });
      await outbox.enqueue(database, 'deadline', { ticket: 't' });
      await vi.waitFor(async () => {
        expect(calls).toBe(1);
        expect(JSON.stringify(await database.query('SELECT * FROM outbox.job'))).toContain('RangeError');
      }, PATIENCE);
      expect(JSON.stringify(await database.query('SELECT * FROM outbox.job'))).not.toContain('siti');
      expect(lines.join('')).not.toContain('siti');
      // The moment of the next try comes.
      await database.query("UPDATE outbox.job SET start_after = now() WHERE state = 'retry'");
      await database.query("SELECT pg_notify('pandu_outbox', '')");
      await vi.waitFor(async () => {
        expect(calls).toBe(2);
        expect(await outbox.count()).toEqual({ waiting: 0, failed: 0 });
      }, PATIENCE);
    },
    40_000,
  );

  it.skipIf(!isThere)(
    'tells a second try, which waits for a first that was taken for dead, to what the receiver said yes',
    async () => {
      const written = new Set<string>();
      const journal: DeliveryJournal = {
        write: (job) => void written.add(job),
        has: (job) => Promise.resolve(written.has(job)),
      };
      const outbox = await openOutbox(database, { log: (line) => lines.push(line), journal });
      opened.push(outbox);
      const tries: boolean[] = [];
      let running = 0;
      const gate = Promise.withResolvers<undefined>();
      await outbox.work({
        async webhook(_, { wasTaken, taken }) {
          running += 1;
          expect(running).toBe(1);
          tries.push(wasTaken);
          if (!wasTaken) await gate.promise;
          taken();
          running -= 1;
        },
      });
      await outbox.enqueue(database, 'webhook', { ticket: 't', event: 'v', endpoint: 'e' });
      await vi.waitFor(() => {
        expect(tries).toEqual([false]);
      }, PATIENCE);
      // As when its signs of life came too late.
      await database.query("UPDATE outbox.job SET state = 'retry', start_after = now()");
      await database.query("SELECT pg_notify('pandu_outbox', '')");
      await vi.waitFor(async () => {
        expect(await database.query("SELECT retry_count FROM outbox.job WHERE state = 'active'")).toEqual([
          { retry_count: 1 },
        ]);
      }, PATIENCE);
      gate.resolve(undefined);
      await vi.waitFor(async () => {
        expect(tries).toEqual([false, true]);
        expect(await outbox.count()).toEqual({ waiting: 0, failed: 0 });
      }, PATIENCE);
      expect(lines).toEqual([]);
    },
    40_000,
  );

  it.skipIf(!isThere)(
    'asks the journal of what was queued before it was opened, as after a restore',
    async () => {
      const before = await openOne();
      await before.enqueue(database, 'deadline', { ticket: 't' });
      const tries: boolean[] = [];
      const journal: DeliveryJournal = { write: () => undefined, has: () => Promise.resolve(true) };
      const outbox = await openOutbox(database, { log: (line) => lines.push(line), journal });
      opened.push(outbox);
      await outbox.work({ deadline: (_, { wasTaken }) => Promise.resolve(void tries.push(wasTaken)) });
      await vi.waitFor(() => {
        expect(tries).toEqual([true]);
      }, PATIENCE);
      await outbox.enqueue(database, 'deadline', { ticket: 't' });
      await vi.waitFor(() => {
        expect(tries).toEqual([true, false]);
      }, PATIENCE);
    },
  );

  it.skipIf(!isThere)('queues the same key once, also after it was carried out', async () => {
    const done: string[] = [];
    const outbox = await openOne();
    await outbox.enqueue(database, 'deadline', { ticket: 'a' }, { key: 'same' });
    await outbox.enqueue(database, 'deadline', { ticket: 'b' }, { key: 'same' });
    await outbox.work({ deadline: ({ ticket }) => Promise.resolve(void done.push(ticket)) });
    await vi.waitFor(async () => {
      expect(await outbox.count()).toEqual({ waiting: 0, failed: 0 });
    }, PATIENCE);
    await outbox.enqueue(database, 'deadline', { ticket: 'c' }, { key: 'same' });
    expect(await outbox.count()).toEqual({ waiting: 0, failed: 0 });
    expect(done).toEqual(['a']);
  });

  it.skipIf(!isThere)('waits for the moment of a job', async () => {
    const done: number[] = [];
    const outbox = await openOne({ deadline: () => Promise.resolve(void done.push(Date.now())) });
    const startAfter = new Date(Date.now() + 1_500);
    await outbox.enqueue(database, 'deadline', { ticket: 't' }, { startAfter });
    await vi.waitFor(() => {
      expect(done).toHaveLength(1);
    }, PATIENCE);
    expect(done[0]).toBeGreaterThanOrEqual(startAfter.getTime());
  });

  it.skipIf(!isThere)(
    'gives up after many tries, counts it and says how to go on, also where what is wrong has been said',
    async () => {
      const outbox = await openOne({
        deadline() {
          throw Object.assign(new RangeError('No.'), { isSaid: true });
        },
      });
      const startAfter = new Date(Date.now() + 300);
      await outbox.enqueue(database, 'deadline', { ticket: 't' }, { startAfter });
      await database.query('UPDATE outbox.job SET retry_limit = 1, retry_delay = 0, retry_backoff = false');
      await vi.waitFor(async () => {
        expect(await outbox.count()).toEqual({ waiting: 0, failed: 1 });
      }, PATIENCE);
      expect(lines).toEqual([expect.stringMatching(/given up.*npm run data -- failed/)]);
    },
    30_000,
  );

  it.skipIf(!isThere)('lets a job end that runs when it stops', async () => {
    let isDone = false;
    let begin: (() => void) | undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const outbox = await openOne({
      async deadline() {
        begin?.();
        await new Promise((resolve) => setTimeout(resolve, 300));
        isDone = true;
      },
    });
    await outbox.enqueue(database, 'deadline', { ticket: 't' });
    await begun;
    await outbox.stop();
    expect(isDone).toBe(true);
    expect(await outbox.count()).toEqual({ waiting: 0, failed: 0 });
  });
});
