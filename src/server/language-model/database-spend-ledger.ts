import path from 'node:path';
import { applyMigrations, type Database, type Session } from '../database/index.ts';
import type { TokenUse } from './chat-model.ts';
import type { SpendLedger, SpentLimit } from './spend-ledger.ts';

/** What is counted in one row: a scope and a name in it. The share of drafts is a name among the days. */
type Account = readonly [limit: SpentLimit, scope: 'day' | 'conversation', name: string, most: number];

/**
 * Counts spending in the database, for all processes that share it; it outlives them. Each limit is checked by the
 * statement that takes from it, so many who ask at once never exceed it together. Conversations that nothing was spent
 * on for a month are forgotten when it is opened.
 */
export async function openDatabaseSpendLedger(database: Database): Promise<SpendLedger> {
  await applyMigrations(database, 'language-model', path.join(import.meta.dirname, 'spending-schema'));
  await database.query(
    `DELETE FROM language_model_spending WHERE scope = 'conversation' AND changed < now() - interval '30 days'`,
  );
  return {
    async hold({ day, conversation, isDraft = false, tokens }, { perDay, draftsPerDay, perConversation }) {
      const wanted: readonly Account[] = [
        ['day', 'day', day, perDay],
        ...(isDraft ? [['drafts', 'day', `${day} drafts`, draftsPerDay] as const] : []),
        ...(conversation === undefined
          ? []
          : [['conversation', 'conversation', conversation, perConversation] as const]),
      ];
      try {
        await database.transaction(async (session) => {
          for (const account of wanted) {
            if (!(await take(session, account, tokens))) throw new LimitReached(account[0]);
          }
        });
      } catch (cause) {
        // Thrown to undo what the day had given.
        if (cause instanceof LimitReached) return cause.limit;
        throw cause;
      }
      return {
        settle: (used) =>
          database.transaction(async (session) => {
            for (const account of wanted) await settle(session, account, tokens, used);
          }),
      };
    },
    async spentOn(day) {
      const [row] = await database.query(
        `SELECT (held + tokens_in + tokens_out)::float8 AS spent FROM language_model_spending WHERE scope = 'day' AND name = $1`,
        [day],
      );
      return Number(row?.['spent'] ?? 0);
    },
  };
}

class LimitReached extends Error {
  readonly limit: SpentLimit;

  constructor(limit: SpentLimit) {
    super(`The limit of the ${limit} is reached.`);
    this.limit = limit;
  }
}

async function take(session: Session, [, scope, name, most]: Account, tokens: number): Promise<boolean> {
  const rows = await session.query(
    `INSERT INTO language_model_spending AS known (scope, name, held)
     SELECT $1::text, $2::text, $3::bigint WHERE $3::bigint <= $4::bigint
     ON CONFLICT (scope, name) DO UPDATE SET held = known.held + excluded.held, changed = now()
       WHERE known.held + known.tokens_in + known.tokens_out + excluded.held <= $4::bigint
     RETURNING name`,
    [scope, name, tokens, most],
  );
  return rows.length > 0;
}

async function settle(
  session: Session,
  [, scope, name]: Account,
  tokens: number,
  { input, output, isEstimated }: TokenUse,
): Promise<void> {
  await session.query(
    `UPDATE language_model_spending
     SET held = held - $3::bigint, tokens_in = tokens_in + $4::bigint, tokens_out = tokens_out + $5::bigint,
         requests = requests + 1, estimated = estimated + $6::bigint, changed = now()
     WHERE scope = $1::text AND name = $2::text`,
    [scope, name, tokens, input, output, isEstimated ? 1 : 0],
  );
}
