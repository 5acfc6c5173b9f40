import type { Database } from '../database/index.ts';
import { sealWith } from './keep-key.ts';

/** How much somebody may do: `most` at once, and as much again every `seconds`. */
export interface Limit {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** Limits that all processes over a database share, and that outlive them. */
export interface Limits {
  /**
   * Takes `amount` (default 1) of what `who` may do: 0 when it was free, else the seconds to wait, and nothing is
   * taken. More than `most` at once is never free. Who it was is kept as a hash only.
   */
  take(limit: Limit, who: string, amount?: number): Promise<number>;
}

/** One row for each `who`: the moment when all of the limit is free again (GCRA); each take is one statement. */
export function openLimits(
  database: Database,
  { key, now }: { readonly key: string; readonly now: () => Date },
): Limits {
  return {
    async take({ name, most, seconds }, who, amount = 1) {
      const row = sealWith(key, name, who);
      const at = now();
      const cost = (seconds * 1000 * amount) / most;
      const last = new Date(at.getTime() + seconds * 1000);
      if (amount > most) return seconds;
      const taken = await database.query(
        `INSERT INTO intake_limit AS kept (key, full_at) VALUES ($1, $2::timestamptz + $3 * interval '1 ms')
         ON CONFLICT (key) DO UPDATE SET full_at = greatest(kept.full_at, $2) + $3 * interval '1 ms'
         WHERE greatest(kept.full_at, $2) + $3 * interval '1 ms' <= $4
         RETURNING key`,
        [row, at, cost, last],
      );
      if (taken.length > 0) return 0;
      const [kept] = await database.query('SELECT full_at FROM intake_limit WHERE key = $1', [row]);
      const fullAt = kept?.['full_at'];
      const wait = fullAt instanceof Date ? fullAt.getTime() + cost - last.getTime() : 0;
      return Math.max(1, Math.ceil(wait / 1000));
    },
  };
}
