import type { ClientBase, QueryArrayResult } from 'pg';
import type { Database, Row, Session } from './database.ts';
import { DatabaseError } from './database-error.ts';
import { listenToServer } from './listen-to-server.ts';
import { answered } from './translate-fault.ts';

/** A server that does not take a connection by then is treated as gone. */
const CONNECT_MS = 5_000;

/**
 * Opens a PostgreSQL server by its address (`postgres://user:password@host:port/name`), with a few connections.
 * @throws {DatabaseError} when it cannot be reached; the message has no part of the address, which holds a password.
 */
export async function openPostgresDatabase(address: string): Promise<Database> {
  const { Client, Pool } = (await import('pg')).default;
  const config = { connectionString: address, connectionTimeoutMillis: CONNECT_MS, keepAlive: true };
  const pool = new Pool(config);
  // A connection that breaks while nobody uses it is replaced with the next query.
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT 1');
  } catch (cause) {
    await pool.end();
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    throw new DatabaseError(
      `The PostgreSQL server of DATABASE_URL cannot be reached${code}. Check the address, that the server runs, ` +
        'and that the database exists; without DATABASE_URL the database within Pandu is used.',
      { cause },
    );
  }
  return {
    ...sessionOf(pool),
    async transaction(work) {
      const client = await answered(pool.connect());
      // Without a listener, a connection that breaks in the middle would end the process.
      client.on('error', ignore);
      try {
        await answered(client.query('BEGIN'));
        const result = await work(sessionOf(client));
        await answered(client.query('COMMIT'));
        client.off('error', ignore);
        client.release();
        return result;
      } catch (cause) {
        // A connection that cannot even undo is thrown away.
        await client.query('ROLLBACK').then(
          () => {
            client.off('error', ignore);
            client.release();
          },
          (broken: unknown) => {
            client.release(broken instanceof Error ? broken : true);
          },
        );
        throw cause;
      }
    },
    listen: (channel, hear) =>
      answered(listenToServer((options) => new Client(options), config, channel, hear)),
    close: () => pool.end(),
  };
}

function ignore(): void {
  // The statement that runs rejects with the same fault.
}

function sessionOf(client: Pick<ClientBase, 'query'>): Session {
  return {
    query: async (statement, values = []) => (await answered(client.query<Row>(statement, [...values]))).rows,
    async queryArrays(statement, values = []) {
      const asked = { text: statement, values: [...values], rowMode: 'array' as const };
      const { rows }: QueryArrayResult<unknown[]> = await answered(client.query(asked));
      return rows;
    },
    async execute(statements) {
      // For several statements the driver gives a list of results, which its types do not say.
      const results = [await answered(client.query<Row>(statements))].flat();
      return results.flatMap(({ rows }) => rows);
    },
  };
}
