import path from 'node:path';
import { applyMigrations, type Database, type Session } from '../database/index.ts';
import type { TokenUse } from './chat-model.ts';
import type { SpendLedger } from './spend-ledger.ts';

type Scope = 'day' | 'conversation';

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
    async hold({ day, conversation, tokens }, { perDay, perConversation }) {
      const wanted: readonly (readonly [Scope, string, number])[] = [
        ['day', day, perDay],
        ...(conversation === undefined ? [] : [['conversation', conversation, perConversation] as const]),
      ];
      try {
        await database.transaction(async (session) => {
          for (const [scope, name, limit] of wanted) {
            if (!(await take(session, scope, name, tokens, limit))) throw new LimitReached(scope);
          }
        });
      } catch (cause) {
        // Thrown to undo what the day had given.
        if (cause instanceof LimitReached) return cause.scope;
        throw cause;
      }
      return {
        settle: (used) =>
          database.transaction(async (session) => {
            for (const [scope, name] of wanted) await settle(session, scope, name, tokens, used);
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
  readonly scope: Scope;

  constructor(scope: Scope) {
    super(`The limit of the ${scope} is reached.`);
    this.scope = scope;
  }
}

async function take(
  session: Session,
  scope: Scope,
  name: string,
  tokens: number,
  limit: number,
): Promise<boolean> {
  const rows = await session.query(
    `INSERT INTO language_model_spending AS known (scope, name, held)
     SELECT $1::text, $2::text, $3::bigint WHERE $3::bigint <= $4::bigint
     ON CONFLICT (scope, name) DO UPDATE SET held = known.held + excluded.held, changed = now()
       WHERE known.held + known.tokens_in + known.tokens_out + excluded.held <= $4::bigint
     RETURNING name`,
    [scope, name, tokens, limit],
  );
  return rows.length > 0;
}

async function settle(
  session: Session,
  scope: Scope,
  name: string,
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
