import { describe, expect, it, vi } from 'vitest';
import { openPgliteDatabase } from './pglite-database.ts';
import { hasTestServer, startTestServer } from './fake-postgres-server.ts';
import { openPostgresDatabase } from './postgres-database.ts';
import { TEST_DATABASES } from './fake-databases.ts';

describe.each(TEST_DATABASES)('a listener on $name', ({ open, isThere }) => {
  it.skipIf(!isThere)(
    'hears what a transaction sends, once it is kept, and nothing of one undone',
    { timeout: 30_000 },
    async () => {
      const database = await open();
      const heard: string[] = [];
      const end = await database.listen('pandu_test', (text) => heard.push(text));
      await database.transaction(async (session) => {
        await session.query('SELECT pg_notify($1, $2)', ['pandu_test', 'kept']);
      });
      const undone = database.transaction(async (session) => {
        await session.query('SELECT pg_notify($1, $2)', ['pandu_test', 'undone']);
        throw new Error('Changed my mind.');
      });
      await expect(undone).rejects.toThrow('Changed my mind.');
      await database.query('SELECT pg_notify($1, $2)', ['pandu_test', 'last']);
      await vi.waitFor(() => {
        expect(heard).toEqual(['kept', 'last']);
      });
      await end();
      await database.query('SELECT pg_notify($1, $2)', ['pandu_test', 'unheard']);
      expect(heard).toEqual(['kept', 'last']);
      await database.close();
    },
  );
});

describe.skipIf(!hasTestServer())('a listener whose server goes away', () => {
  it('is told to look for itself once the server is back, and hears again', async () => {
    const server = await startTestServer();
    const database = await openPostgresDatabase(server.address);
    const heard: string[] = [];
    const end = await database.listen('pandu_test', (text) => heard.push(text));
    await server.stop();
    await server.start();
    await vi.waitFor(
      () => {
        expect(heard).toEqual(['']);
      },
      { timeout: 10_000 },
    );
    await database.query('SELECT pg_notify($1, $2)', ['pandu_test', 'again']);
    await vi.waitFor(() => {
      expect(heard).toEqual(['', 'again']);
    });
    await end();
    await database.close();
    await server.remove();
  }, 30_000);
});

it('takes no name that would have to be quoted', async () => {
  const database = await openPgliteDatabase();
  expect(() => database.listen('x; DROP TABLE migration', () => undefined)).toThrow(RangeError);
  await database.close();
}, 30_000);
