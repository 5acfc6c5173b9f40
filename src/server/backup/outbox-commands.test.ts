import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hasTestServer, startTestServer, type TestServer } from '../database/fake-postgres-server.ts';
import { openDatabase, type Database } from '../database/index.ts';
import { openOutbox, type Outbox } from '../outbox/index.ts';
import { DATA_COMMANDS, runData } from './run-data.ts';

const PATIENCE = { timeout: 20_000, interval: 20 };
const KINDS = [
  { name: 'PGlite', isThere: true },
  { name: 'a PostgreSQL server', isThere: hasTestServer() },
];

describe.each(KINDS)(
  'npm run data -- failed and retry, over $name',
  { timeout: 60_000 },
  ({ name, isThere }) => {
    let server: TestServer | undefined;
    let settings: Parameters<typeof runData>[2]['settings'];
    let database: Database;
    let outbox: Outbox;
    let isWell = false;
    const done: string[] = [];
    const run = async (...args: readonly string[]) => {
      const printed: string[] = [];
      const code = await runData(DATA_COMMANDS, args, {
        settings,
        now: () => new Date(),
        print: (text) => void printed.push(text),
      });
      return { code, printed: printed.join('\n') };
    };
    const open = async () => {
      database = await openDatabase(settings);
      outbox = await openOutbox(database, { log: () => undefined });
      await outbox.work({
        'mail-letter'({ letter }) {
          if (!isWell) throw Object.assign(new Error('siti@example.org'), { name: 'MailAwayError' });
          done.push(letter);
          return Promise.resolve();
        },
      });
    };
    const close = async () => {
      await outbox.stop();
      await database.close();
    };
    /** Beside the running server where the database lets in two, else while it is stopped. */
    const runBeside = async (...args: readonly string[]) => {
      if (name !== 'PGlite') return run(...args);
      await close();
      const answer = await run(...args);
      await open();
      return answer;
    };

    beforeAll(async () => {
      if (!isThere) return;
      if (name !== 'PGlite') server = await startTestServer();
      const dataDir = await mkdtemp(path.join(tmpdir(), 'pandu-failed-'));
      settings = { dataDir, databaseUrl: server?.address ?? '', backups: { kept: 0, folder: '' } };
    }, 60_000);
    afterAll(async () => {
      if (!isThere) return;
      await close();
      await server?.remove();
      await rm(settings.dataDir, { recursive: true });
    });

    it.skipIf(!isThere)('find nothing where there never was a desk, and where all is well', async () => {
      expect(await run('failed')).toMatchObject({
        code: 0,
        printed: expect.stringContaining('Nothing') as string,
      });
      await open();
      expect((await runBeside('failed')).printed).toContain('Nothing was given up');
      expect(await runBeside('retry', 'all')).toEqual({ code: 0, printed: '0 will be tried again.' });
    });

    it.skipIf(!isThere)('list what was given up, with why, and have it carried out', async () => {
      for (const letter of ['l1', 'l2']) {
        const startAfter = new Date(Date.now() + 300);
        await outbox.enqueue(database, 'mail-letter', { letter }, { startAfter });
      }
      await database.query('UPDATE outbox.job SET retry_limit = 0');
      await vi.waitFor(async () => {
        expect(await outbox.count()).toEqual({ waiting: 0, failed: 2 });
      }, PATIENCE);
      const { printed } = await runBeside('failed');
      const line =
        /^([0-9a-f-]{36}) {2}a letter of Pandu, since .+ UTC, given up .+ UTC, tried 1×: the mail server was away.+\(MailAwayError\)$/gm;
      const ids = [...printed.matchAll(line)].map(([, id]) => id ?? '');
      expect(ids).toHaveLength(2);
      expect(printed).not.toMatch(/siti|l1/);
      isWell = true;
      expect(await runBeside('retry', ids[0] ?? '')).toEqual({ code: 0, printed: '1 will be tried again.' });
      expect((await runBeside('retry', ids[0] ?? '')).code).toBe(2);
      expect(await runBeside('retry', 'all')).toEqual({ code: 0, printed: '1 will be tried again.' });
      await vi.waitFor(() => {
        expect(done.toSorted()).toEqual(['l1', 'l2']);
      }, PATIENCE);
    });

    it.skipIf(!isThere || name !== 'PGlite')('say what to do while a server has the database', async () => {
      await expect(run('failed')).rejects.toThrow(/Stop that one first[\s\S]*\/metrics/);
      await expect(run('retry', 'all')).rejects.toThrow(/Stop that one first/);
    });

    it.skipIf(!isThere).each([[['retry']], [['retry', 'a', 'b']], [['failed', 'x']]])(
      'explain how they are called after %j',
      async (args) => {
        const { code, printed } = await run(...args);
        expect(code).toBe(2);
        expect(printed).toContain(`npm run data -- ${args[0] ?? ''}`);
      },
    );
  },
);
