/** Counts the time in which the desk is open; lengths in milliseconds, never below 0. */
export interface BusinessTime {
  /** The moment at which so much open time has gone by since `from`; never within closed hours, unless `ms` is 0. */
  add(from: Date, ms: number): Date;
  /** The moment from which so much open time goes by until `until`. */
  subtract(until: Date, ms: number): Date;
  /** The open time from one moment to another; 0 when the second is not later. */
  between(from: Date, to: Date): number;
}

/** Open hours of one day, in minutes after local midnight; `from` < `to` ≤ 1440, in order, without overlaps. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** So many days in a row without an open hour are a fault of the calendar. */
const MOST_DAYS = 4_000;

/** A desk that never closes. */
export const ALWAYS_OPEN: BusinessTime = {
  add: (from, ms) => new Date(from.getTime() + ms),
  subtract: (until, ms) => new Date(until.getTime() - ms),
  between: (from, to) => Math.max(0, to.getTime() - from.getTime()),
};

/**
 * A desk with hours. `openOn` gives those of a day, counted from 1970-01-01 in local time; `offsetMinutes` is what
 * local time is ahead of UTC, the whole year.
 */
export function openBusinessTime(
  openOn: (day: number) => readonly OpenSpan[],
  offsetMinutes: number,
): BusinessTime {
  const offsetMs = offsetMinutes * MINUTE_MS;
  const dayOf = (time: number) => Math.floor((time + offsetMs) / DAY_MS);
  const spansOn = (day: number) =>
    openOn(day).map(({ from, to }) => {
      const midnight = day * DAY_MS - offsetMs;
      return { from: midnight + from * MINUTE_MS, to: midnight + to * MINUTE_MS };
    });

  return {
    add(from, ms) {
      let left = ms;
      const start = from.getTime();
      if (left <= 0) return from;
      for (let day = dayOf(start), end = day + MOST_DAYS; day < end; day++) {
        for (const span of spansOn(day)) {
          const begin = Math.max(span.from, start);
          if (span.to <= begin) continue;
          if (left <= span.to - begin) return new Date(begin + left);
          left -= span.to - begin;
        }
      }
      throw new RangeError('The hours of the desk are never open; give content/policy/desk.yaml some.');
    },
    subtract(until, ms) {
      let left = ms;
      const end = until.getTime();
      if (left <= 0) return until;
      for (let day = dayOf(end), first = day - MOST_DAYS; day > first; day--) {
        for (const span of spansOn(day).reverse()) {
          const stop = Math.min(span.to, end);
          if (stop <= span.from) continue;
          if (left <= stop - span.from) return new Date(stop - left);
          left -= stop - span.from;
        }
      }
      throw new RangeError('The hours of the desk are never open; give content/policy/desk.yaml some.');
    },
    between(from, to) {
      const start = from.getTime();
      const end = to.getTime();
      let sum = 0;
      for (let day = dayOf(start); end > start && day <= dayOf(end); day++) {
        for (const span of spansOn(day)) {
          sum += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start));
        }
      }
      return sum;
    },
  };
}
