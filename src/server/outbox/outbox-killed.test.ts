import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasTestServer, startTestServer, type TestServer } from '../database/fake-postgres-server.ts';
import { openDatabase } from '../database/index.ts';
import { openOutbox } from './pg-boss-outbox.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };
const WORKER = path.join(import.meta.dirname, 'fake-worker.ts');

interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string;
}

/** Runs a worker until it says a word, and kills it then. */
async function killAfter(word: string, deed: 'queue' | 'work', place: Place): Promise<void> {
  const child = spawn(process.execPath, [WORKER, deed, place.dataDir, place.databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes(word)) resolve();
    });
    void ended.then(() => {
      reject(new Error(`The worker ended by itself: ${printed}`));
    });
  });
  child.kill('SIGKILL');
  await ended;
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
    'has its job carried out by the next, also when it dies a second time in the middle of it',
    async () => {
      await killAfter('queued', 'queue', place);
      await killAfter('began', 'work', place);
      const database = await openDatabase(place);
      const outbox = await openOutbox(database, { log: () => undefined });
      expect(await outbox.count()).toEqual({ waiting: 1, failed: 0 });
      const done: string[] = [];
      await outbox.work({ deadline: ({ ticket }) => Promise.resolve(void done.push(ticket)) });
      await vi.waitFor(async () => {
        expect(done).toEqual(['queued']);
        expect(await outbox.count()).toEqual({ waiting: 0, failed: 0 });
      }, PATIENCE);
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
