import path from 'node:path';
import { applyMigrations, type Database } from '../database/index.ts';
import { openAccessCodes, type AccessCodes, type SendCode } from './access-codes.ts';
import { openFormStamps, type FormStamps } from './form-stamps.ts';
import { keepKey } from './keep-key.ts';
import { openLimits, type Limits } from './limits.ts';
import { openProofs, type Proofs } from './proofs.ts';

/** What stands between everybody and the desk; the same for all processes over one database. */
export interface Intake {
  readonly limits: Limits;
  readonly proofs: Proofs;
  readonly codes: AccessCodes;
  readonly stamps: FormStamps;
  /** Forgets what does not count any more. */
  expire(): Promise<void>;
}

export interface IntakeParts {
  readonly now: () => Date;
  /** Sends a code to a mailbox, within the transaction that keeps it. */
  readonly sendCode: SendCode;
}

/**
 * Opens the intake of a database, and brings its tables to the form that this code needs.
 * @throws {DatabaseError} when a newer Pandu has changed them.
 */
export async function openIntake(database: Database, { now, sendCode }: IntakeParts): Promise<Intake> {
  await applyMigrations(database, 'intake', path.join(import.meta.dirname, 'migration'));
  const key = await keepKey(database, 'intake');
  const limits = openLimits(database, { key, now });
  return {
    limits,
    proofs: openProofs(database, { key, now }),
    codes: openAccessCodes(database, { key, now, limits, sendCode }),
    stamps: openFormStamps({ key, now }),
    async expire() {
      const at = [now()];
      await database.query('DELETE FROM intake_limit WHERE ends_at <= $1', at);
      await database.query('DELETE FROM intake_proof WHERE expires_at <= $1', at);
      await database.query('DELETE FROM intake_code WHERE expires_at <= $1', at);
    },
  };
}
