import type { DeskPolicy } from './desk-policy.ts';
import type { Holidays } from './holidays.ts';

/** By what priority and deadlines are reckoned. */
export interface DeskRules {
  readonly policy: DeskPolicy;
  readonly holidays: Holidays;
}

/** So long before a year begins, its holidays should be known: deadlines reach into it. */
const AHEAD_MS = 60 * 86_400_000;

/** Years whose holidays are needed now, or soon, and are not in the list: only their weekends count. */
export function findUndecidedYears(holidays: Holidays, now: Date): number[] {
  const years = new Set([now, new Date(now.getTime() + AHEAD_MS)].map((moment) => moment.getUTCFullYear()));
  return [...years].filter((year) => holidays.every((one) => one.year !== year));
}
