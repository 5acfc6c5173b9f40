import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database, Session } from './database.ts';
import { DatabaseError } from './database-error.ts';

/** Any number, the same in every process: who migrates holds it. */
const LOCK = 7_263_451;

/**
 * Brings one part of the database to the form that this code needs: runs each `.sql` file of `folder` that
 * has not run yet, in the order of names, all or none. Processes that start together wait for one another.
 * @throws {DatabaseError} when a newer Pandu has changed the part already.
 * @throws when a statement fails; the database is as it was then.
 */
export async function applyMigrations(database: Database, part: string, folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  await database.transaction(async (session) => {
    await holdMigrations(session);
    await session.execute(
      `CREATE TABLE IF NOT EXISTS migration (
        part text NOT NULL,
        name text NOT NULL,
        applied timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (part, name)
      )`,
    );
    const rows = await session.query('SELECT name FROM migration WHERE part = $1', [part]);
    const done = new Set(rows.map(({ name }) => String(name)));
    const unknown = [...done].filter((name) => !names.includes(name));
    if (unknown.length > 0) {
      throw new DatabaseError(
        `The database was changed by a newer Pandu (${part}: ${unknown.join(', ')}). ` +
          'Start that one, restore a backup from before, or give a DATA_DIR or DATABASE_URL of its own to this one.',
      );
    }
    for (const name of names) {
      if (done.has(name)) continue;
      await session.execute(await readFile(path.join(folder, name), 'utf8'));
      await session.query('INSERT INTO migration (part, name) VALUES ($1, $2)', [part, name]);
    }
  });
}

/** Until its transaction ends, nobody else changes the form of the database; waits for who does so now. */
export async function holdMigrations(session: Session): Promise<void> {
  await session.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
}
