import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../database/index.ts';
import { TEST_DATABASES } from '../database/fake-databases.ts';
import { listFailedJobs, retryFailedJobs } from './failed-jobs.ts';
import type { Outbox } from './outbox.ts';
import { openOutbox } from './pg-boss-outbox.ts';

const PATIENCE = { timeout: 20_000, interval: 20 };

describe.each(TEST_DATABASES)('jobs that were given up, over $name', ({ open, isThere }) => {
  let database: Database;
  let outbox: Outbox;
  let isWell: boolean;
  const done: string[] = [];
  beforeAll(async () => {
    if (!isThere) return;
    database = await open();
    expect(await listFailedJobs(database)).toEqual({ count: 0, jobs: [] });
    expect(await retryFailedJobs(database, 'all')).toBe(0);
    outbox = await openOutbox(database, { log: () => undefined });
    await outbox.work({
      deadline({ ticket }) {
        if (!isWell) throw new RangeError('siti@example.org does not answer.');
        done.push(ticket);
        return Promise.resolve();
      },
    });
  }, 60_000);
  afterAll(async () => {
    if (!isThere) return;
    await outbox.stop();
    await database.close();
  });
  beforeEach(async () => {
    if (!isThere) return;
    isWell = false;
    done.length = 0;
    await database.query('DELETE FROM outbox.job');
    for (const ticket of ['t1', 't2']) {
      const startAfter = new Date(Date.now() + 300);
      await outbox.enqueue(database, 'deadline', { ticket }, { startAfter });
    }
    await database.query('UPDATE outbox.job SET retry_limit = 0');
    await vi.waitFor(async () => {
      expect(await outbox.count()).toEqual({ waiting: 0, failed: 2 });
    }, PATIENCE);
  });

  it.skipIf(!isThere)('are listed with their cause, without a word of a person', async () => {
    const { count, jobs } = await listFailedJobs(database);
    expect(count).toBe(2);
    expect(jobs).toHaveLength(2);
    expect(jobs[0]).toMatchObject({ kind: 'deadline', tries: 1, reason: 'RangeError' });
    expect(jobs[0]?.failedAt.getTime()).toBeGreaterThan(jobs[0]?.createdAt.getTime() ?? Infinity);
    expect(JSON.stringify(jobs)).not.toMatch(/siti|t1/);
  });

  it.skipIf(!isThere)('are carried out at once when they are to be tried again, one or all', async () => {
    isWell = true;
    for (const id of ['00000000-0000-0000-0000-000000000000', "' OR true --", '', 'ALL']) {
      expect(await retryFailedJobs(database, id)).toBe(0);
    }
    const { jobs } = await listFailedJobs(database);
    expect(await retryFailedJobs(database, jobs[0]?.id ?? '')).toBe(1);
    await vi.waitFor(() => {
      expect(done).toHaveLength(1);
    }, PATIENCE);
    expect(await retryFailedJobs(database, 'all')).toBe(1);
    await vi.waitFor(() => {
      expect(done.toSorted()).toEqual(['t1', 't2']);
    }, PATIENCE);
    expect(await listFailedJobs(database)).toEqual({ count: 0, jobs: [] });
  });

  it.skipIf(!isThere)('have many tries again when they are, and count on', async () => {
    await retryFailedJobs(database, 'all');
    await vi.waitFor(async () => {
      expect(await database.query('SELECT state, retry_count, retry_limit FROM outbox.job')).toEqual(
        ['t1', 't2'].map(() => ({ state: 'retry', retry_count: 1, retry_limit: 24 })),
      );
    }, PATIENCE);
  });
});
