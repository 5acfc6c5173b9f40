import type { Database } from '../database/index.ts';
import { sealWith } from './keep-key.ts';

/** How much somebody may do: `most` within `seconds`, counted from the first. */
export interface Limit {
  /** Of all limits over a database; the same name counts together. */
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** Limits that all processes over a database share, and that outlive them. */
export interface Limits {
  /**
   * Takes `amount` (a whole number, default 1) of what `who` may do: 0 when it was free, else the seconds to wait, and
   * nothing is taken. More than `most` at once is never free. Who it was is kept as a hash only.
   */
  take(limit: Limit, who: string, amount?: number): Promise<number>;
}

/** One row for each `who`: what was taken, and until when it counts; each take is one statement. */
export function openLimits(
  database: Database,
  { key, now }: { readonly key: string; readonly now: () => Date },
): Limits {
  return {
    async take({ name, most, seconds }, who, amount = 1) {
      if (amount > most) return seconds;
      const row = sealWith(key, name, who);
      const at = now();
      const ends = new Date(at.getTime() + seconds * 1000);
      const taken = await database.query(
        `INSERT INTO intake_limit AS kept (key, used, ends_at) VALUES ($1, $2, $4)
         ON CONFLICT (key) DO UPDATE SET
           used = CASE WHEN kept.ends_at <= $3 THEN 0 ELSE kept.used END + $2,
           ends_at = CASE WHEN kept.ends_at <= $3 THEN $4 ELSE kept.ends_at END
         WHERE kept.ends_at <= $3 OR kept.used + $2 <= $5
         RETURNING key`,
        [row, amount, at, ends, most],
      );
      if (taken.length > 0) return 0;
      const [kept] = await database.query('SELECT ends_at FROM intake_limit WHERE key = $1', [row]);
      const endsAt = kept?.['ends_at'];
      const waitMs = endsAt instanceof Date ? endsAt.getTime() - at.getTime() : 0;
      return Math.max(1, Math.ceil(waitMs / 1000));
    },
  };
}
