import type { Db } from 'pg-boss';
import type { Database, Row, Session } from '../database/index.ts';

/** Several statements in one text, which pg-boss puts into a transaction by itself. */
const BLOCK = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/;

/** Runs the statements of pg-boss over the port, so over any database that it has. */
export function bossExecutor(database: Database): Db {
  return {
    async executeSql(text, values) {
      const block = BLOCK.exec(text)?.[1];
      // A block that fails on a connection of a pool would leave it within a broken transaction.
      if (block !== undefined) return found(database.transaction((session) => session.execute(block)));
      return found(run(database, text, values));
    },
  };
}

/** Runs the statements of pg-boss in a transaction of somebody else. */
export function sessionExecutor(session: Session): Db {
  return { executeSql: (text, values) => found(run(session, text, values)) };
}

function run(session: Session, text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
  return values.length > 0 ? session.query(text, values) : session.execute(text);
}

async function found(answer: Promise<readonly Row[]>): Promise<{ rows: Row[] }> {
  return { rows: [...(await answer)] };
}
