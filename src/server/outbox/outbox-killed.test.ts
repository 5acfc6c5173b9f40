import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasTestServer, startTestServer, type TestServer } from '../database/fake-postgres-server.ts';
import { openDatabase } from '../database/index.ts';
import { openDeliveryJournal } from './delivery-journal.ts';
import { openOutbox } from './pg-boss-outbox.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };
const WORKER = path.join(import.meta.dirname, 'fake-worker.ts');

interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string;
}

/** Runs a worker until it kills itself. */
async function die(deed: 'queue' | 'work', { dataDir, databaseUrl }: Place): Promise<void> {
  const child = spawn(process.execPath, [WORKER, deed, dataDir, databaseUrl], { stdio: 'inherit' });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

const KINDS = [
  { name: 'PGlite', isThere: true },
  { name: 'a PostgreSQL server', isThere: hasTestServer() },
];

describe.each(KINDS)('an outbox whose process is killed, over $name', ({ name, isThere }) => {
  let server: TestServer | undefined;
  let place: Place = { dataDir: '', databaseUrl: '' };
  beforeAll(async () => {
    if (!isThere) return;
    if (name !== 'PGlite') server = await startTestServer();
    const dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-outbox-'));
    place = { dataDir, databaseUrl: server?.address ?? '' };
  }, 60_000);
  afterAll(async () => {
    await server?.remove();
    if (isThere) await rm(place.dataDir, { recursive: true, force: true });
  });

  it.skipIf(!isThere)(
    'has its jobs carried out by the next, which knows to what the receiver said yes just before',
    async () => {
      await die('queue', place);
      await die('work', place);
      const database = await openDatabase(place);
      const lines: string[] = [];
      const means = { log: (line: string) => lines.push(line), now: () => new Date() };
      const journal = await openDeliveryJournal(place.dataDir, means);
      const outbox = await openOutbox(database, { ...means, journal });
      expect(await outbox.count()).toEqual({ waiting: 2, failed: 0 });
      const done: unknown[] = [];
      await outbox.work({
        webhook: ({ event }, { wasTaken }) => Promise.resolve(void done.push({ event, wasTaken })),
      });
      await vi.waitFor(async () => {
        expect(done).toHaveLength(2);
        expect(await outbox.count()).toEqual({ waiting: 0, failed: 0 });
      }, PATIENCE);
      expect(done).toContainEqual({ event: 'begun', wasTaken: false });
      expect(done).toContainEqual({ event: 'taken', wasTaken: true });
      expect(lines).toEqual([]);
      await outbox.stop();
      await database.close();
    },
    120_000,
  );
});

describe.skipIf(!hasTestServer())('an outbox whose database goes away', () => {
  it('waits, says so once, and goes on when it is back', async () => {
    const server = await startTestServer();
    const database = await openDatabase({ dataDir: '', databaseUrl: server.address });
    const lines: string[] = [];
    const outbox = await openOutbox(database, { log: (line) => lines.push(line) });
    const done: string[] = [];
    await outbox.work({ deadline: ({ ticket }) => Promise.resolve(void done.push(ticket)) });
    await server.stop();
    await expect(outbox.enqueue(database, 'deadline', { ticket: 'lost' })).rejects.toThrow();
    await vi.waitFor(() => {
      expect(lines).toHaveLength(1);
    }, PATIENCE);
    await server.start();
    await outbox.enqueue(database, 'deadline', { ticket: 'kept' });
    await vi.waitFor(() => {
      expect(done).toEqual(['kept']);
    }, PATIENCE);
    await outbox.stop();
    await database.close();
    await server.remove();
  }, 120_000);
});
